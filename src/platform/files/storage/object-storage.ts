import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';
import { newId } from '#kernel/id.js';
import { type ContentKey, FileStorage, type OpenContent } from './file-storage.js';
import { openContentAt } from './open-content-at.js';

export interface ObjectStorageOptions {
  /** Of the bucket. */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For contents on their way out: they are proved before the first byte of them is answered. */
  folder: string;
}

/** Longer than the largest file takes on a slow line; a storage that hangs is given up. */
const TIMEOUT_MS = 120_000;

/** Contents in a bucket of S3, or of what speaks like it, under the same names as in a folder. */
export class ObjectStorage extends FileStorage {
  private readonly bucket: S3mini;

  constructor(private readonly options: ObjectStorageOptions) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = options;
    this.bucket = new S3mini({ endpoint, region, accessKeyId, secretAccessKey, fetch: fetchStreaming });
  }

  async store(key: ContentKey, path: string): Promise<void> {
    const { size } = await stat(path);
    // The storage refuses what does not have this hash.
    const proof = { 'x-amz-checksum-sha256': Buffer.from(key.sha256, 'hex').toString('base64') } as const;
    const body = Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream;
    await this.bucket.putObject(nameOf(key), body, 'application/octet-stream', undefined, proof, size);
    await rm(path, { force: true });
  }

  async open(key: ContentKey): Promise<OpenContent | undefined> {
    const answer = await this.bucket.getObjectResponse(nameOf(key));
    if (!answer?.body) return undefined;
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    const path = join(this.options.folder, newId());
    try {
      await pipeline(Readable.fromWeb(answer.body), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return await openContentAt(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async remove(key: ContentKey): Promise<void> {
    await this.bucket.deleteObject(nameOf(key));
  }
}

const nameOf = ({ organizationId, sha256 }: ContentKey) => [organizationId, sha256.slice(0, 2), sha256].join('/');

/** A body that is a stream is sent while it is read, which `fetch` wants to be told. */
const fetchStreaming: typeof fetch = (input, init) =>
  fetch(input, { ...init, duplex: 'half', signal: AbortSignal.timeout(TIMEOUT_MS) });
