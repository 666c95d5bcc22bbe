export { digests } from './digests';
export { evaluation, licensing, supervision } from './cases';
export { reconciliation } from './reconciliation';
