export { digests } from './digests';
export { licensing } from './licensing';
export { reconciliation } from './reconciliation';
