import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { PDF, somePdf, storedBy, uploadPdf } from './some-files.js';

const MiB = 1024 * 1024;
const incoming = () => readdir(join(provided('TEST_FILES_DIR'), 'incoming')).catch(() => []);

const begin = (actor: Actor, headers: Record<string, string> = {}) =>
  request(new URL('/v1/files?name=a.pdf', provided('TEST_BASE_URL')), {
    method: 'POST',
    headers: { authorization: `Bearer ${actor.accessToken}`, 'content-type': PDF, ...headers },
  });

it('refuses a body without end as soon as it is too large', async () => {
  const actor = await newActor();
  const upload = begin(actor);
  const part = Buffer.alloc(MiB, '%PDF-1.7 ');
  let sent = 0;
  const endless = new Readable({
    read() {
      sent += 1;
      this.push(part);
    },
  });
  endless.pipe(upload);
  upload.on('error', () => undefined);
  const [response] = (await once(upload, 'response')) as [import('node:http').IncomingMessage];
  endless.destroy();
  upload.destroy();
  expect(response.statusCode).toBe(413);
  expect(sent).toBeGreaterThan(25);
  expect(await storedBy(actor)).toEqual([]);
});

it('refuses one that says that it is too large before it has come', async () => {
  const actor = await newActor();
  const upload = begin(actor, { 'content-length': String(26 * MiB) });
  upload.on('error', () => undefined);
  upload.flushHeaders();
  const [response] = (await once(upload, 'response')) as [import('node:http').IncomingMessage];
  expect(response.statusCode).toBe(413);
  upload.destroy();
});

it('keeps nothing of an upload that breaks off', async () => {
  const actor = await newActor();
  const before = await incoming();
  const upload = begin(actor, { 'content-length': '5000' });
  upload.on('error', () => undefined);
  upload.write(somePdf());
  while ((await incoming()).length === before.length) await sleep(5);
  upload.destroy();
  while ((await incoming()).length > before.length) await sleep(5);
  expect(await storedBy(actor)).toEqual([]);
  expect((await actor.get('/v1/files')).body.data).toEqual([]);
});

it('does not grow with what comes in', async () => {
  const actor = await newActor();
  const memory = async () => {
    const status = await readFile(`/proc/${provided('TEST_SERVER_PID')}/status`, 'utf8').catch(() => 'VmRSS: 0 kB');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
  };
  await uploadPdf(actor);
  const before = await memory();
  const contents = Array.from({ length: 6 }, () => somePdf(24 * MiB));
  const answers = await Promise.all(contents.map((content) => uploadPdf(actor, content)));
  expect(answers.map(({ status }) => status)).toEqual(contents.map(() => 201));
  expect((await memory()) - before).toBeLessThan(64 * MiB);
});

it('never passes the quota, however many upload at once', async () => {
  const actor = await newActor();
  const size = somePdf(1000).length;
  const room = 10_240 * MiB - 3 * size;
  const text = 'INSERT INTO platform.file_usage (organization_id, bytes) VALUES ($1, $2)';
  await asOwner((client) => client.query(text, [actor.organizationId, room]));
  const answers = await Promise.all(Array.from({ length: 20 }, () => uploadPdf(actor, somePdf(1000))));
  const outcomes = answers.map(({ status, body }) => (status === 201 ? 'stored' : `${status} ${body.code}`));
  expect(outcomes.filter((one) => one === 'stored')).toHaveLength(3);
  expect(outcomes.filter((one) => one === '409 file_quota_exceeded')).toHaveLength(17);
  expect(await storedBy(actor)).toHaveLength(3);
  const [kept] = answers.filter(({ status }) => status === 201);
  expect((await actor.delete(`/v1/files/${kept!.body.id}`)).status).toBe(204);
  expect((await uploadPdf(actor, somePdf(1000))).status).toBe(201);
});
