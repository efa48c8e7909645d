import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type/node';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { platformProblems } from '../http/platform.problems.js';
import type { StreamedBodyParts } from '../http/streamed-body.js';
import { fileProblems } from './files.problems.js';
import { type ContentSample, HEAD_BYTES, TAIL_BYTES } from './judge-content.js';
import { storageProblem } from './storage/storage-failure.js';

/** A content that has arrived whole, in a file of its own that somebody takes over or removes. */
export interface ArrivedContent {
  path: string;
  sha256: string;
  sample: ContentSample;
}

const MiB = 1024 * 1024;

/** No request takes so long: what is older was left by a process that ended. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;

/** Writes what streams in to the disk, a chunk at a time, and measures it on the way. */
@Injectable()
export class FileIntake {
  readonly folder: string;
  private readonly mostBytes: number;

  constructor({ filesDir, environment }: Configuration) {
    this.folder = join(filesDir, 'incoming');
    this.mostBytes = environment.FILES_MOST_MIB * MiB;
  }

  /**
   * Gives the content to the work, and removes what that leaves of it.
   *
   * @throws Problem payload_too_large, file_empty, storage_full
   */
  async receive<T>(body: StreamedBodyParts, work: (content: ArrivedContent) => Promise<T>): Promise<T> {
    const { mostBytes } = this;
    if (body.length !== undefined && body.length > mostBytes) throw tooLarge(mostBytes);
    return this.take(body.stream, mostBytes, work);
  }

  /** The same for what Bureau makes itself. */
  async take<T>(stream: Readable, mostBytes: number, work: (content: ArrivedContent) => Promise<T>): Promise<T> {
    const path = join(this.folder, newId());
    try {
      return await work(await this.write(stream, path, mostBytes));
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Removes what crashed uploads have left. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(path, { force: true });
    }
  }

  private async write(stream: Readable, path: string, mostBytes: number): Promise<ArrivedContent> {
    const file = await this.create(path);
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of chunksOf(stream)) {
        size += chunk.length;
        if (size > mostBytes) throw tooLarge(mostBytes);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (size === 0) throw fileProblems.file_empty('The body is empty: send the bytes of the file.');
      await file.sync();
      const sample = { ...(await endsOf(file, size)), size, detected: (await fileTypeFromFile(path))?.mime };
      return { path, sha256: hash.digest('hex'), sample };
    } catch (error) {
      throw storageProblem(error);
    } finally {
      await file.close();
    }
  }

  private async create(path: string): Promise<FileHandle> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      return await open(path, 'wx+', 0o600);
    } catch (error) {
      throw storageProblem(error);
    }
  }
}

const tooLarge = (mostBytes: number) => platformProblems.payload_too_large(`A file may have ${mostBytes / MiB} MiB.`);

/** A stream that is left early stays open: the refusal is answered on its connection. */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    throw platformProblems.malformed_request('The body ended before it was whole.');
  }
}

async function endsOf(file: FileHandle, size: number): Promise<Pick<ContentSample, 'head' | 'tail'>> {
  return {
    head: await readAt(file, 0, Math.min(size, HEAD_BYTES)),
    tail: await readAt(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES)),
  };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
