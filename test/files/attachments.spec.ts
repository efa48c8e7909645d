import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { refusalOf } from '../support/refusal.js';
import { storedBy, uploadPdf } from './some-files.js';

interface Named {
  id: string;
}

async function books(): Promise<{ actor: Actor; entry: Named }> {
  const actor = await newActor();
  await actor.openBooks();
  return { actor, entry: (await actor.postEntry('1000', '3000', '100.00')) as Named };
}

const upload = async (actor: Actor) => (await uploadPdf(actor)).body as Named;
const attach = (actor: Actor, fileId: string, subjectId: string, subjectType = 'journal_entry') =>
  actor.post('/v1/attachments', { fileId, subjectType, subjectId });
const detach = (actor: Actor, id: string, etag = '"1"') =>
  actor.post(`/v1/attachments/${id}/detach`, { reason: 'Wrong entry' }, { 'If-Match': etag });

it('keeps what is attached to a posted entry ten years after its fiscal year', async () => {
  const { actor, entry } = await books();
  const file = await upload(actor);
  const attached = await attach(actor, file.id, entry.id);
  expect(attached).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: { status: 'attached', retentionClass: 'accounting_record', keepUntil: '2036-12-31', fileName: 'invoice.pdf' },
  });
  const { id } = attached.body as Named;
  expect(await attach(actor, file.id, entry.id)).toMatchObject({
    status: 409,
    body: { code: 'file_already_attached' },
  });
  const listed = await actor.get(`/v1/attachments?subjectType=journal_entry&subjectId=${entry.id}`);
  expect(listed.body.data).toEqual([attached.body]);

  expect(await actor.delete(`/v1/files/${file.id}`)).toMatchObject({ status: 409, body: { code: 'file_attached' } });
  expect(await detach(actor, id, '"9"')).toMatchObject({ status: 412 });
  expect(await detach(actor, id)).toMatchObject({
    status: 200,
    body: { status: 'detached', detachReason: 'Wrong entry', version: 2, detachedById: expect.any(String) },
  });
  expect(await detach(actor, id, '"2"')).toMatchObject({ status: 409, body: { code: 'attachment_detached' } });
  expect(await actor.delete(`/v1/files/${file.id}`)).toMatchObject({ status: 409, body: { code: 'file_retained' } });
  expect(await storedBy(actor)).toHaveLength(1);
});

it('moves what is attached to a draft on to the entry, and lets it go with a draft that is deleted', async () => {
  const { actor } = await books();
  const draft = async () => {
    const lines = [
      { accountCode: '1000', debit: '5.00' },
      { accountCode: '3000', credit: '5.00' },
    ];
    const answer = await actor.post('/v1/accounting/journal-entry-drafts', {
      entryDate: '2026-03-05',
      description: 'x',
      lines,
    });
    return answer.body as Named;
  };
  const [posted, deleted, first, second] = [await draft(), await draft(), await upload(actor), await upload(actor)];
  const ofDraft = await attach(actor, first.id, posted.id, 'journal_entry_draft');
  expect(ofDraft.body).toMatchObject({ keepUntil: null, retentionClass: null });
  await attach(actor, second.id, deleted.id, 'journal_entry_draft');
  const drafts = '/v1/accounting/journal-entry-drafts';

  const entry = await actor.post(`${drafts}/${posted.id}/post`, {}, { 'If-Match': '"1"' });
  const carried = await actor.get(`/v1/attachments?subjectId=${entry.body.id}`);
  expect(carried.body.data).toMatchObject([
    { subjectType: 'journal_entry', fileId: first.id, status: 'attached', keepUntil: '2036-12-31' },
  ]);
  expect((await actor.get(`/v1/attachments/${(ofDraft.body as Named).id}`)).body.status).toBe('detached');
  expect(await attach(actor, second.id, posted.id, 'journal_entry_draft')).toMatchObject({
    status: 409,
    body: { code: 'subject_not_attachable' },
  });

  expect(await actor.delete(`/v1/files/${second.id}`)).toMatchObject({ status: 409, body: { code: 'file_attached' } });
  expect((await actor.delete(`${drafts}/${deleted.id}`, '"1"')).status).toBe(204);
  expect((await actor.delete(`/v1/files/${second.id}`)).status).toBe(204);
  expect(await storedBy(actor)).toHaveLength(1);
});

it('attaches one’s own files to records of one’s own organization only', async () => {
  const [{ actor, entry }, foreign] = await Promise.all([books(), books()]);
  const [file, foreignFile] = [await upload(actor), await upload(foreign.actor)];
  const pointers = async (fileId: string, subjectId: string, type?: string) => {
    const { status, body } = await attach(actor, fileId, subjectId, type);
    return [status, body.errors.map(({ pointer }: { pointer: string }) => pointer)];
  };
  expect(await pointers(foreignFile.id, entry.id)).toEqual([422, ['/fileId']]);
  expect(await pointers(file.id, foreign.entry.id)).toEqual([422, ['/subjectId']]);
  expect(await pointers(file.id, entry.id, 'planet')).toEqual([422, ['/subjectType']]);
  const { id } = (await attach(foreign.actor, foreignFile.id, foreign.entry.id)).body as Named;
  expect([await actor.get(`/v1/attachments/${id}`), await detach(actor, id)]).toMatchObject([
    { status: 404 },
    { status: 404 },
  ]);
});

it('shows a file to whoever may read what it is attached to', async () => {
  const { actor, entry } = await books();
  const auditor = await colleagueOf(actor, ['auditor']);
  const file = await upload(actor);
  expect((await auditor.get(`/v1/files/${file.id}`)).status).toBe(404);
  const { id } = (await attach(actor, file.id, entry.id)).body as Named;
  expect((await auditor.get(`/v1/files/${file.id}/content`)).status).toBe(200);
  expect((await auditor.get('/v1/attachments')).body.data).toHaveLength(1);
  expect((await detach(auditor, id)).status).toBe(403);
});

it('the database holds to all of it, whoever asks', async () => {
  const { actor, entry } = await books();
  const { id, sha256 } = (await uploadPdf(actor)).body as Named & { sha256: string };
  const attached = (await attach(actor, id, entry.id)).body as Named;
  const refused = (text: string, what: string) =>
    asOwner(async (client) => {
      const refusal = await refusalOf(client.query(text, [actor.organizationId, what]));
      return [refusal?.code, refusal?.constraint].filter(Boolean).join(' ');
    });
  const removeContent = 'DELETE FROM platform.file_content WHERE organization_id = $1 AND sha256 = $2';
  const markContent = `UPDATE platform.file_content SET status = 'removing' WHERE organization_id = $1 AND sha256 = $2`;
  const removeFile = 'DELETE FROM platform.file WHERE organization_id = $1 AND id = $2';
  const deleteFile = `UPDATE platform.file SET status = 'deleted', deleted_at = now() WHERE organization_id = $1 AND id = $2`;
  const removeAttachment = 'DELETE FROM platform.attachment WHERE organization_id = $1 AND id = $2';
  const changeReason = `UPDATE platform.attachment SET detach_reason = 'x' WHERE organization_id = $1 AND id = $2`;
  expect(await refused(removeContent, sha256)).toBe('23503 file_content_fk');
  expect(await refused(markContent, sha256)).toBe('23503 file_content_fk');
  expect(await refused(removeFile, id)).toBe('BU001');
  expect(await refused(deleteFile, id)).toBe('23503 attachment_stored_file_fk');
  expect(await refused(removeAttachment, attached.id)).toBe('BU001');
  await detach(actor, attached.id);
  expect(await refused(changeReason, attached.id)).toBe('BU330');
  expect(await refused(deleteFile, id)).toBe('BU332');
});
