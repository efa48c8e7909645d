import { Logger } from '@nestjs/common';
import type { Duplex, Readable, Writable } from 'node:stream';

/** Resolves when the reader has room for more. */
export type WriteChunk<Chunk> = (chunk: Chunk) => Promise<void>;

/** A reader that takes nothing for so long is given up: a transaction may stay open behind the file. */
const STALLED_AFTER_MS = 20_000;

/** Nobody reads on, or whoever does has been told why there is no more. */
export class ReaderGone extends Error {}

/**
 * What is written into `file`, made while it is read. It opens with the first chunk, so that whatever is refused before is
 * still a refusal; what fails later breaks the stream, and `done` is called either way.
 */
export function openFile<Chunk>(
  file: Duplex,
  write: (chunk: WriteChunk<Chunk>) => Promise<void>,
  done: () => void,
): Promise<Readable> {
  // Whoever reads it learns of the error as well; before that, nobody listens.
  file.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    let isOpen = false;
    const open = () => {
      isOpen = true;
      resolve(file);
    };
    const end = () => {
      file.end();
      open();
    };
    const fail = (error: Error) => {
      if (!isOpen) return reject(error);
      if (!(error instanceof ReaderGone)) new Logger('Export').error('A file broke off', error.stack);
      file.destroy(error);
    };
    const writeChunk: WriteChunk<Chunk> = async (chunk) => {
      if (!isOpen) open();
      if (file.destroyed) throw new ReaderGone();
      if (!file.write(chunk)) await drained(file);
    };
    void write(writeChunk).then(end, fail).finally(done);
  });
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const stalled = setTimeout(() => stream.destroy(), STALLED_AFTER_MS);
    const settle = () => {
      clearTimeout(stalled);
      stream.off('drain', settle).off('close', settle);
      if (stream.destroyed) reject(new ReaderGone());
      else resolve();
    };
    stream.on('drain', settle).on('close', settle);
  });
}
