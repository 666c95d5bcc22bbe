export { digests } from './digests';
export { construction, evaluation, licensing, supervision, support } from './cases';
export { reconciliation } from './reconciliation';
