import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';

/** Sends a stream as the answer. One that breaks off breaks the connection, so that nobody takes a part for all. */
export async function sendStream(req: Request, res: Response, content: Readable): Promise<void> {
  if (req.method === 'HEAD') {
    content.destroy();
    res.end();
    return;
  }
  try {
    await pipeline(content, res);
  } catch (error) {
    const hungUp = (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hungUp) req.log.error({ err: error }, 'an answer broke off');
  }
}
