import { z } from 'zod';
import { materialStages } from '../../domain/itinerary';
import { paperFormats, paperStates } from '../../domain/paper';
import { paperLimits } from '../../infra/papers/limits';
import { Basis } from './basis';
import { Label, oneOf, says } from './label';
import { instant, listOf, planKey } from './text';
import { UnitName } from './unit';

const { fileBytes, filesAtOnce } = paperLimits;
export const paperMediaTypes = Object.values(paperFormats).map(({ mediaType }) => mediaType);

export const Paper = z
  .strictObject({
    id: z.uuid().meta(says('文件编号', 'Id of the paper')),
    href: z.string().meta(says('地址', 'Its address')),
    material: z.string().meta(says('材料编号', 'The material it was uploaded for')),
    version: z
      .int()
      .meta(says('第几版；未被替换时即 ETag', 'Its version: its ETag while it is not replaced')),
    replacedBy: z.uuid().nullable().meta(says('替换它的文件；现行的为 null', 'What replaced it, or null')),
    fileName: z.string().meta(says('文件名', 'Name of the file')),
    mediaType: z.enum(paperMediaTypes).meta(says('格式，依内容判定', 'Its format, by its content')),
    bytes: z.int().meta(says('字节数', 'How many bytes')),
    sha256: z.string().meta(says('内容的 SHA-256', 'SHA-256 of its content')),
    uploadedBy: UnitName.meta(says('由谁上传', 'Who uploaded it: the applicant or a unit')),
    uploadedAt: instant.meta(says('上传时间', 'When')),
    state: oneOf(paperStates).meta(says('查毒状态', 'Where it stands with the scanner')),
    stateLabel: Label.meta(says('状态名称', 'The same in words')),
    finding: z.string().nullable().meta(says('查出的病毒', 'What the scanner found')),
    content: z
      .string()
      .nullable()
      .meta(says('下载地址；查毒通过后才有', 'Where to download it: null until it is clean')),
  })
  .meta({ id: 'Paper', ...says('上传的文件', 'A paper that was uploaded') });
export type Paper = z.infer<typeof Paper>;

export const Papers = z
  .strictObject({ papers: listOf(Paper).meta(says('文件', 'The papers')) })
  .meta({ id: 'Papers', ...says('文件', 'Papers') });
export type Papers = z.infer<typeof Papers>;

/** Each paper with the versions before it, the newest first. */
const PaperWithHistory = z
  .strictObject({
    ...Paper.shape,
    earlier: listOf(Paper).meta(says('此前各版，新的在前', 'The versions before it, the newest first')),
  })
  .meta({ id: 'PaperWithHistory', ...says('文件及其历史', 'A paper and what it replaced') });

const MaterialPapers = z
  .strictObject({
    material: z.string().meta(says('材料编号', 'Id of the material')),
    name: Label.meta(says('材料名称', 'Name of the material')),
    stage: z.enum(materialStages).meta(says('何时提交', 'When it is due')),
    basis: Basis,
    due: z
      .boolean()
      .nullable()
      .meta(
        says('是否应交；申报内容尚不足以判断时为 null', 'Whether it is owed; null while that is not known'),
      ),
    handedIn: z
      .enum(['uploaded', 'byHand', 'no'])
      .meta(says('已上传、已当面交纸件、未交', 'Uploaded, brought by hand, or not there')),
    open: z.boolean().meta(says('您现在能否上传', 'Whether you may hand it in now')),
    papers: listOf(PaperWithHistory).meta(says('现行文件', 'The papers that stand')),
  })
  .meta({ id: 'MaterialPapers', ...says('一项材料及其文件', 'A material and its papers') });
export type MaterialPapers = z.infer<typeof MaterialPapers>;

export const Checklist = z
  .strictObject({
    materials: listOf(MaterialPapers).meta(says('各项材料', 'The materials')),
    takes: z
      .strictObject({
        formats: listOf(z.string()).meta(says('允许的格式', 'Formats that are taken')),
        fileBytes: z.int().meta(says('每个文件的字节数上限', 'Bytes a file may have')),
        filesAtOnce: z.int().meta(says('一次上传的文件数上限', 'Files one upload may bring')),
      })
      .meta(says('上传的限制', 'What an upload may bring')),
  })
  .meta({ id: 'Checklist', ...says('材料清单', 'The checklist with its papers') });
export type Checklist = z.infer<typeof Checklist>;

/** What is said beside the files. */
export const Upload = z
  .strictObject({ material: planKey.meta(says('材料编号', 'Id of the material')) })
  .meta({ id: 'Upload', ...says('上传', `An upload: 1 to ${filesAtOnce} files, ${fileBytes} bytes each`) });

export const Replacement = z.strictObject({}).meta({
  id: 'Replacement',
  ...says('替换文件，无需其他内容', 'A replacement: nothing more than its file'),
});

/** The bytes of a paper. */
export const PaperContent = z
  .string()
  .meta({ id: 'PaperContent', format: 'binary', ...says('文件内容', 'The bytes of a paper') });
