export { licensing } from './licensing';
