import { diskStorage } from './disk';
import { s3Storage, type S3Setting } from './s3';
import type { Storage } from './storage';

/** Where papers are kept. */
export type StorageSetting =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Setting);

export function openStorage(setting: StorageSetting): Storage {
  return setting.kind === 'disk' ? diskStorage(setting.folder) : s3Storage(setting);
}
