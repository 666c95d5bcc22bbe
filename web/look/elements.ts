import 'element-plus/es/components/base/style/css';
import 'element-plus/es/components/alert/style/css';
import 'element-plus/es/components/button/style/css';
import 'element-plus/es/components/checkbox/style/css';
import 'element-plus/es/components/dialog/style/css';
import 'element-plus/es/components/input/style/css';
import 'element-plus/es/components/radio/style/css';
import 'element-plus/es/components/radio-group/style/css';
import 'element-plus/es/components/skeleton/style/css';
import 'element-plus/es/components/tag/style/css';
import './colours.css';
import './page.css';

/** The components of Element Plus that the screens use, one by one: the rest of it is never loaded. */
export { ElAlert } from 'element-plus/es/components/alert/index';
export { ElButton } from 'element-plus/es/components/button/index';
export { ElCheckbox } from 'element-plus/es/components/checkbox/index';
export { ElDialog } from 'element-plus/es/components/dialog/index';
export { ElInput } from 'element-plus/es/components/input/index';
export { ElRadio, ElRadioGroup } from 'element-plus/es/components/radio/index';
export { ElSkeleton } from 'element-plus/es/components/skeleton/index';
export { ElTag } from 'element-plus/es/components/tag/index';
