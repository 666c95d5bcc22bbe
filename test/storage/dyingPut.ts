import { Readable } from 'node:stream';
import { diskStorage } from '../../infra/storage/disk';

/** Puts content that never comes to its end, until somebody kills the process. */
const [folder = ''] = process.argv.slice(2);
const endless = new Readable({
  read() {
    if (this.readableFlowing === null) return;
    if (sent === 0) this.push(Buffer.alloc(65_536, 'x'));
    sent += 1;
  },
});
let sent = 0;
const alive = setInterval(() => undefined, 1_000);
void diskStorage(folder)
  .put(endless)
  .finally(() => clearInterval(alive));
