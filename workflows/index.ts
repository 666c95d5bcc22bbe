export { licensing } from './licensing';
export { reconciliation } from './reconciliation';
