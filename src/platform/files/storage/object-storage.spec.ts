import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Configuration, readEnvironment } from '../../config/configuration.js';
import { configuredStorage } from './configured-storage.js';
import type { FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';
import { ObjectStorage } from './object-storage.js';

/** Stands for a bucket: keeps what is put by who signs with the key, and proves the checksum as S3 does. */
class FakeBucket {
  readonly objects = new Map<string, Buffer>();
  readonly requests: { method: string; authorization: string; length: string | undefined }[] = [];
  refusal = 0;
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/bureau`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const body = await buffer(request);
    this.requests.push({ method, authorization: headers.authorization ?? '', length: headers['content-length'] });
    if (this.refusal) return void response.writeHead(this.refusal).end();
    const found = this.objects.get(url);
    if (method === 'PUT') {
      const checksum = createHash('sha256').update(body).digest('base64');
      if (headers['x-amz-checksum-sha256'] !== checksum) return void response.writeHead(400).end();
      this.objects.set(url, body);
      response.writeHead(200, { etag: '"x"' }).end();
    } else if (method === 'DELETE') {
      this.objects.delete(url);
      response.writeHead(204).end();
    } else if (found) {
      response.writeHead(200, { 'content-length': found.length }).end(found);
    } else {
      response.writeHead(404).end();
    }
  }
}

const organizationId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const configured = (settings: Record<string, string>) =>
  configuredStorage.useFactory(
    new Configuration(readEnvironment(settings), 'postgres://owner', 'secret'),
  ) as FileStorage;

let bucket: FakeBucket;
let url: string;
let folder: string;
let storage: FileStorage;
beforeEach(async () => {
  bucket = new FakeBucket();
  url = await bucket.start();
  folder = await mkdtemp(join(tmpdir(), 'bureau-files-'));
  storage = configured({
    FILES_DIR: folder,
    OBJECT_STORAGE_URL: url,
    OBJECT_STORAGE_KEY_ID: 'bureau-key',
    OBJECT_STORAGE_SECRET: 'bureau-secret',
    OBJECT_STORAGE_REGION: 'eu-north-1',
  });
});
afterEach(async () => {
  bucket.stop();
  await rm(folder, { recursive: true, force: true });
});

async function arrived(content: Buffer): Promise<string> {
  const path = join(folder, 'arrived');
  await writeFile(path, content);
  return path;
}

it('keeps contents in the bucket, signed, whole, and under their hashes', async () => {
  const content = randomBytes(300_000);
  const sha256 = hashOf(content);
  await storage.store({ organizationId, sha256 }, await arrived(content));
  const key = `/bureau/${organizationId}/${sha256.slice(0, 2)}/${sha256}`;
  expect(bucket.objects.get(key)).toEqual(content);
  expect(bucket.requests).toEqual([
    {
      method: 'PUT',
      length: String(content.length),
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=bureau-key\/\d{8}\/eu-north-1\/s3\/aws4_request, ?SignedHeaders=[^,]*host[^,]*, ?Signature=[0-9a-f]{64}$/,
      ),
    },
  ]);

  const open = await storage.open({ organizationId, sha256 });
  for (const reading of [open!.read(), open!.read()]) expect(await buffer(reading)).toEqual(content);
  await open!.close();
  await storage.remove({ organizationId, sha256 });
  expect(bucket.objects.size).toBe(0);
  expect(await storage.open({ organizationId, sha256 })).toBeUndefined();
  await storage.remove({ organizationId, sha256 });
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

it('is refused by the bucket where the content has another hash', async () => {
  const wrong = { organizationId, sha256: hashOf(Buffer.from('other')) };
  await expect(storage.store(wrong, await arrived(Buffer.from('content')))).rejects.toThrow('400');
  expect(bucket.objects.size).toBe(0);
});

it.each([403, 500])('fails where the bucket answers %d', async (status) => {
  const key = { organizationId, sha256: hashOf(Buffer.from('content')) };
  bucket.refusal = status;
  await expect(storage.store(key, await arrived(Buffer.from('content')))).rejects.toThrow(String(status));
  await expect(storage.open(key)).rejects.toThrow(String(status));
  await expect(storage.remove(key)).rejects.toThrow(String(status));
});

it('is a folder where no bucket is configured, and wants a key with the bucket', () => {
  expect(storage).toBeInstanceOf(ObjectStorage);
  expect(configured({})).toBeInstanceOf(FolderStorage);
  expect(() => configured({ OBJECT_STORAGE_URL: url })).toThrow('OBJECT_STORAGE_KEY_ID');
});
