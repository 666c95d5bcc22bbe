export { digests } from './digests';
export { construction, evaluation, licensing, supervision } from './cases';
export { reconciliation } from './reconciliation';
