export { digests } from './digests';
export { dutyMails } from './dutyMails';
export { construction, evaluation, licensing, supervision, support } from './cases';
export { reconciliation } from './reconciliation';
