import type { ProblemKind } from './problemKinds';

/** What can be wrong with an upload, or with a paper that is asked for. */
export const paperProblems = {
  paperNotFound: {
    status: 404,
    title: { zh: '没有这份文件', en: 'There is no such paper' },
    mend: { zh: '请核对地址和编号。', en: 'Check the address and the number.' },
  },
  paperReplaced: {
    status: 409,
    title: { zh: '该文件已被替换', en: 'The paper has been replaced' },
    mend: { zh: '现行文件的地址见响应头 Location。', en: 'The header Location names what replaced it.' },
  },
  tooManyPapers: {
    status: 409,
    title: { zh: '文件已达数量上限', en: 'There are as many papers as there may be' },
    mend: {
      zh: '请将多页合并为一个 PDF；已提交的，请联系受理窗口。',
      en: 'Join pages into one PDF; once the case is submitted, ask the accepting office.',
    },
  },
  paperNotScanned: {
    status: 409,
    title: { zh: '文件尚未通过查毒', en: 'The paper has not been found clean yet' },
    mend: { zh: '请稍后再试；查毒会自动进行。', en: 'Try again in a moment: it is scanned by itself.' },
  },
  paperInfected: {
    status: 410,
    title: { zh: '文件含有病毒，内容已删除', en: 'The paper was infected; its content is removed' },
    mend: {
      zh: '请由提交人上传无毒的文件替换。',
      en: 'Have whoever handed it in replace it with a clean one.',
    },
  },
  uploadTooLarge: {
    status: 413,
    title: { zh: '上传的内容过大', en: 'The upload is too large' },
    mend: {
      zh: '请分次上传，或降低扫描分辨率；上限见 errors 和材料清单的 takes。',
      en: 'Send less at a time, or scan at a lower resolution: see `errors`, and `takes` of the checklist.',
    },
  },
  formExpected: {
    status: 415,
    title: { zh: '须以表单上传文件', en: 'A form with files is expected' },
    mend: {
      zh: '请使用 Content-Type: multipart/form-data，文件放在 file 字段。',
      en: 'Send Content-Type: multipart/form-data with the files in the field "file".',
    },
  },
  fileRefused: {
    status: 422,
    title: { zh: '文件不符合要求', en: 'A file does not meet the rules' },
    mend: {
      zh: '本次上传均未收下；请按 errors 所列更换文件后重新上传。',
      en: 'Nothing of this upload was taken: replace the files that `errors` lists and send it again.',
    },
  },
  storageUnavailable: {
    status: 503,
    title: { zh: '文件存储暂时不可用', en: 'The storage of papers is unavailable' },
    mend: {
      zh: '请稍后以同一 Idempotency-Key 重试；本次未收下任何文件。',
      en: 'Retry later with the same Idempotency-Key; nothing was taken.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
