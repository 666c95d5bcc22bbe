import type { Scanner } from './scanner';

/** EICAR's test file, which every scanner takes for a virus; in two pieces, lest one takes this file for it. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''),
);

/**
 * Development's scanner: it knows the EICAR test string and nothing else, so that the way of an infected paper can be
 * walked without a scanner. It protects nobody.
 */
export const builtInScanner: Scanner = {
  name: 'builtIn',
  async scan(content) {
    let seen = Buffer.alloc(0);
    let found = false;
    for await (const chunk of content) {
      const window = Buffer.concat([seen, chunk as Buffer]);
      found ||= window.includes(EICAR);
      seen = window.subarray(Math.max(0, window.length - EICAR.length + 1));
    }
    return found ? { state: 'infected', finding: 'EICAR test file' } : { state: 'clean' };
  },
  probe: () => Promise.resolve(),
};

/** `SCANNER=none`: an office that scans elsewhere. What was never scanned says so on its row. */
export const noScanner: Scanner = {
  name: 'none',
  scan(content) {
    content.destroy();
    return Promise.resolve({ state: 'clean' });
  },
  probe: () => Promise.resolve(),
};
