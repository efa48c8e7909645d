import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ExportFault } from './read-export.js';

/** The content of a file, which is decompressed where it is compressed, whatever its name. */
export async function openExport(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path);
  const isCompressed = await isGzip(file).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const content = file.createReadStream({ start: 0 });
  if (!isCompressed) return content;
  const plain = createGunzip();
  // Its reader learns of what fails, also where that is later: of a short file the end is read before anybody reads it.
  plain.on('error', () => undefined);
  pipeline(content, plain, () => undefined);
  return decompressed(plain);
}

async function isGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

async function* decompressed(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* plain;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new ExportFault('The compressed file was torn off. Export it again.', { cause });
    throw code?.startsWith('Z_') ? new ExportFault(`The compressed file is damaged: ${message}.`, { cause }) : cause;
  }
}
