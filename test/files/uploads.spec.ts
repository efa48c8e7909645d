import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { colleagueOf, newActor } from '../support/actor.js';
import { pathOf, PDF, somePdf, storedBy, uploadPdf } from './some-files.js';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

it('stores a file under its hash and answers it as it was', async () => {
  const actor = await newActor();
  const content = somePdf();
  const uploaded = await uploadPdf(actor, content, 'Räkning 4711.pdf');
  expect(uploaded).toMatchObject({
    status: 201,
    body: { name: 'Räkning 4711.pdf', mediaType: PDF, sizeBytes: content.length, sha256: sha256(content) },
  });
  const { id } = uploaded.body as { id: string };
  expect(await storedBy(actor)).toEqual([sha256(content)]);
  expect((await stat(pathOf(actor, sha256(content)))).mode & 0o777).toBe(0o400);
  expect((await actor.get(`/v1/files/${id}`)).body).toEqual(uploaded.body);

  const downloaded = await actor.get(`/v1/files/${id}/content`);
  expect(downloaded.status).toBe(200);
  expect(downloaded.body).toEqual(content);
  expect(downloaded.headers).toMatchObject({
    'content-type': PDF,
    'content-length': String(content.length),
    'content-disposition': `attachment; filename="R?kning 4711.pdf"; filename*=UTF-8''R%C3%A4kning%204711.pdf`,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'none',
    etag: `"${sha256(content)}"`,
  });
});

it('answers 304 to who has the content', async () => {
  const actor = await newActor();
  const { body } = await uploadPdf(actor);
  const { id, sha256: hash } = body as { id: string; sha256: string };
  for (const tag of [`"${hash}"`, `W/"${hash}"`, `"other", "${hash}"`, '*']) {
    const answer = await actor.get(`/v1/files/${id}/content`, { 'If-None-Match': tag });
    expect([answer.status, answer.text]).toEqual([304, '']);
  }
  expect((await actor.get(`/v1/files/${id}/content`, { 'If-None-Match': '"other"' })).status).toBe(200);
});

it('stores a content once for an organization, and for each organization its own', async () => {
  const [actor, stranger] = await Promise.all([newActor(), newActor()]);
  const content = somePdf();
  const [one, other] = [await uploadPdf(actor, content), await uploadPdf(actor, content, 'copy.pdf')];
  const foreign = await uploadPdf(stranger, content);
  const ids = [one, other, foreign].map(({ body }) => (body as { id: string }).id);
  expect(new Set(ids).size).toBe(3);
  expect([await storedBy(actor), await storedBy(stranger)]).toEqual([[sha256(content)], [sha256(content)]]);

  expect((await actor.delete(`/v1/files/${ids[0]}`)).status).toBe(204);
  expect((await actor.get(`/v1/files/${ids[1]}/content`)).body).toEqual(content);
  expect((await actor.delete(`/v1/files/${ids[1]}`)).status).toBe(204);
  expect([await storedBy(actor), await storedBy(stranger)]).toEqual([[], [sha256(content)]]);
  expect((await actor.get(`/v1/files/${ids[0]}`)).status).toBe(404);
  expect((await actor.delete(`/v1/files/${ids[0]}`)).status).toBe(404);
});

it('does an upload once for a key, and refuses another content under it', async () => {
  const actor = await newActor();
  const [content, other] = [somePdf(), somePdf()];
  const upload = (file: Buffer, name = 'a.pdf', type = PDF) =>
    actor.upload(`/v1/files?name=${name}`, file, { 'Idempotency-Key': 'scan-1' }, type);
  const first = await upload(content);
  const again = await upload(content);
  expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([201, 201, 'true']);
  expect(again.body).toEqual(first.body);
  for (const answer of [
    await upload(other),
    await upload(content, 'b.pdf'),
    await upload(content, 'a.pdf', 'application/x-pdf'),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_key_reused']);
  }
  expect(await storedBy(actor)).toEqual([sha256(content)]);
  expect((await actor.get('/v1/files')).body.data).toHaveLength(1);
});

it.each([
  ['nothing', '', 'text/plain', 'a.txt', 422, 'file_empty'],
  ['a page', '<!doctype html>', 'text/plain', 'a.txt', 415, 'file_type_not_kept'],
  ['a type that is not kept', 'x', 'text/html', 'a.html', 415, 'file_type_not_kept'],
  ['a PDF as a picture', '%PDF-1.7', 'image/png', 'a.png', 422, 'file_type_mismatch'],
  ['a PDF called a picture', '%PDF-1.7', PDF, 'a.png', 422, 'file_type_mismatch'],
  ['an archive', 'PK\u0003\u0004', 'application/octet-stream', 'a.zip', 415, 'file_type_not_kept'],
  ['a path', 'x', 'text/plain', '..%2Fa.txt', 400, 'invalid_parameter'],
  ['no name', 'x', 'text/plain', '', 400, 'invalid_parameter'],
])('refuses %s and keeps nothing of it', async (_, content, type, name, status, code) => {
  const actor = await newActor();
  const answer = await actor.upload(`/v1/files?name=${name}`, Buffer.from(content), {}, type);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await storedBy(actor)).toEqual([]);
});

it('keeps files of one person from others, except whoever may read all', async () => {
  const owner = await newActor();
  const [anna, bo, auditor] = await Promise.all([
    colleagueOf(owner, ['bookkeeper']),
    colleagueOf(owner, ['bookkeeper']),
    colleagueOf(owner, ['auditor']),
  ]);
  const stranger = await newActor();
  const { id } = (await uploadPdf(anna)).body as { id: string };
  const statuses = async (path: string) =>
    Promise.all([owner, anna, bo, auditor, stranger].map(async (actor) => (await actor.get(path)).status));
  expect(await statuses(`/v1/files/${id}`)).toEqual([200, 200, 404, 404, 404]);
  expect(await statuses(`/v1/files/${id}/content`)).toEqual([200, 200, 404, 404, 404]);
  expect((await bo.get('/v1/files')).body.data).toEqual([]);
  expect([await bo.delete(`/v1/files/${id}`), await stranger.delete(`/v1/files/${id}`)]).toMatchObject([
    { status: 404 },
    { status: 404 },
  ]);
  expect((await uploadPdf(auditor)).status).toBe(403);
});
