import { chmod, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ContentSweep } from '../../src/platform/files/content-sweep.service.js';
import { FileStorage } from '../../src/platform/files/storage/file-storage.js';
import { actAs, SYSTEM_ACTOR } from '../../src/platform/database/acting.js';
import { newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { type OwnApp, startOwnApp } from './own-app.js';
import { somePdf } from './some-files.js';

let own: OwnApp;
let storage: FileStorage;
beforeAll(async () => {
  own = await startOwnApp({ DATABASE_POOL_SIZE: '1' });
  storage = own.app.get(FileStorage, { strict: false });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => own.stop());

const fault = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
const rowsOf = (organizationId: string) =>
  asOwner(async (client) => {
    const text = `
      SELECT (SELECT count(*)::int FROM platform.file WHERE organization_id = $1) AS files,
             (SELECT count(*)::int FROM platform.file_content WHERE organization_id = $1) AS contents,
             (SELECT coalesce(sum(bytes), 0)::int FROM platform.file_usage WHERE organization_id = $1) AS bytes`;
    return (await client.query(text, [organizationId])).rows[0] as { files: number; contents: number; bytes: number };
  });
const nothing = { files: 0, contents: 0, bytes: 0 };
const sweep = (organizationId: string) =>
  actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: SYSTEM_ACTOR }, () =>
    own.app.get(ContentSweep, { strict: false }).sweep(),
  );

it.each([
  ['ENOSPC', 507, 'storage_full'],
  ['EDQUOT', 507, 'storage_full'],
  ['EIO', 503, 'service_unavailable'],
])('answers %s of the storage with %d and keeps nothing', async (code, status, problem) => {
  const actor = await newActor();
  jest.spyOn(storage, 'store').mockImplementation(() => fault(code));
  expect(await own.upload(actor, somePdf())).toMatchObject({ status, body: { code: problem } });
  expect(await rowsOf(actor.organizationId)).toEqual(nothing);
  expect(await readdir(join(own.folder, 'incoming'))).toEqual([]);
  jest.restoreAllMocks();
  expect((await own.upload(actor, somePdf())).status).toBe(201);
});

it('leaves what it cannot remove to the sweep', async () => {
  const actor = await newActor();
  const content = somePdf();
  jest.spyOn(storage, 'store').mockImplementation(() => fault('EIO'));
  jest.spyOn(storage, 'remove').mockImplementation(() => fault('EIO'));
  expect((await own.upload(actor, content)).status).toBe(503);
  expect(await rowsOf(actor.organizationId)).toMatchObject({ files: 0, contents: 1 });
  expect(await own.upload(actor, content)).toMatchObject({ status: 503 });
  jest.restoreAllMocks();
  await sweep(actor.organizationId);
  expect(await rowsOf(actor.organizationId)).toEqual(nothing);
  expect((await own.upload(actor, content)).status).toBe(201);
  await sweep(actor.organizationId);
  expect(await rowsOf(actor.organizationId)).toMatchObject({ files: 1, contents: 1, bytes: content.length });
});

it('sweeps what crashed uploads left, and nothing that is under way', async () => {
  const { organizationId } = await newActor();
  const incoming = join(own.folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  for (const name of ['old', 'new']) await writeFile(join(incoming, name), name);
  await utimes(join(incoming, 'old'), new Date(0), new Date(0));
  await sweep(organizationId);
  expect(await readdir(incoming)).toEqual(['new']);
});

it('never serves a damaged content, and mends it with the same file', async () => {
  const actor = await newActor();
  const content = somePdf();
  const { id, sha256 } = (await own.upload(actor, content)).body;
  const path = join(own.folder, actor.organizationId, sha256.slice(0, 2), sha256);
  await chmod(path, 0o600);
  await writeFile(path, Buffer.from(content).fill('x', 10, 11));
  const damaged = await own.get(actor, `/v1/files/${id}/content`);
  expect([damaged.status, JSON.parse(damaged.body.toString())]).toMatchObject([500, { code: 'file_damaged' }]);
  expect((await own.upload(actor, content)).status).toBe(201);
  expect((await own.get(actor, `/v1/files/${id}/content`)).body).toEqual(content);
});

it('holds no connection to the database for a reader that takes nothing', async () => {
  const actor = await newActor();
  const { id } = (await own.upload(actor, somePdf(8 * 1024 * 1024))).body;
  const stalled = connect(own.port, '127.0.0.1');
  stalled.pause();
  const head = [
    `GET /v1/files/${id}/content HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${actor.accessToken}`,
    '',
    '',
  ];
  stalled.write(head.join('\r\n'));
  await new Promise((resolve) => stalled.once('readable', resolve));
  // The pool has one connection: others would wait for it in vain.
  expect((await own.get(actor, `/v1/files/${id}`)).status).toBe(200);
  expect((await own.upload(actor, somePdf())).status).toBe(201);
  stalled.destroy();
});
