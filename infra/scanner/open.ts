import { builtInScanner, noScanner } from './builtIn';
import { type ClamdAddress, clamdScanner } from './clamd';
import type { Scanner } from './scanner';

/** What looks for viruses. */
export type ScannerSetting =
  { readonly kind: 'clamd'; readonly address: ClamdAddress } | { readonly kind: 'builtIn' | 'none' };

export function openScanner(setting: ScannerSetting): Scanner {
  switch (setting.kind) {
    case 'clamd':
      return clamdScanner(setting.address);
    case 'builtIn':
      return builtInScanner;
    case 'none':
      return noScanner;
  }
}
