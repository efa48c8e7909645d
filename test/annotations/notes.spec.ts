import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { books, deleteDraft, draft, listed, type Named, pointersOf, post, postDraft } from './scene.js';

interface Note extends Named {
  authorId: string;
  body: string | null;
}

const write = (actor: Actor, { id }: Named, fields: object = {}) =>
  actor.post('/v1/notes', { subjectType: 'journal_entry', subjectId: id, body: 'Which month?', ...fields });
const written = async (...given: Parameters<typeof write>) => (await write(...given)).body as Note;
const userIdOf = async (asked: Actor, actor: Actor) => {
  const { body } = await asked.get(`/v1/identity/memberships?email=${encodeURIComponent(actor.email)}`);
  return (body.data as { userId: string }[])[0]!.userId;
};

it('keeps what people write about an entry, and their answers', async () => {
  const actor = await books();
  const colleague = await colleagueOf(actor, ['bookkeeper']);
  const [entry, other] = [await post(actor), await post(actor)];
  const question = await write(colleague, entry, { body: 'Which month?\nThe invoice names two.' });
  expect(question).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: { body: 'Which month?\nThe invoice names two.', replyToId: null, editedAt: null, mentionedUserIds: [] },
  });
  const { id } = question.body as Note;
  const answer = await written(actor, entry, { body: 'January.', replyToId: id });
  expect(answer).toMatchObject({ replyToId: id });
  await write(actor, other);
  expect(await listed(actor, `/v1/notes?subjectType=journal_entry&subjectId=${entry.id}`)).toEqual([id, answer.id]);
  expect(await listed(actor, `/v1/notes?replyToId=${id}`)).toEqual([answer.id]);
  expect(pointersOf((await write(actor, other, { replyToId: id })).body)).toEqual(['/replyToId']);
  expect(pointersOf((await write(actor, entry, { replyToId: newId() })).body)).toEqual(['/replyToId']);
  expect(pointersOf((await write(actor, entry, { body: 'x'.repeat(5001) })).body)).toEqual(['/body']);
  expect((await write(actor, entry, { body: 'x'.repeat(5000) })).status).toBe(201);
});

it('is changed by its author only, and the audit trail keeps the earlier wording', async () => {
  const actor = await books();
  const colleague = await colleagueOf(actor, ['bookkeeper']);
  const { id } = await written(colleague, await post(actor));
  const change = (by: Actor, etag: string) => by.patch(`/v1/notes/${id}`, { body: 'Which year?' }, etag);
  expect(await change(actor, '"1"')).toMatchObject({ status: 403, body: { code: 'note_of_another' } });
  expect((await change(colleague, '"7"')).status).toBe(412);
  expect(await change(colleague, '"1"')).toMatchObject({
    status: 200,
    body: { body: 'Which year?', version: 2, editedAt: expect.any(String) },
  });
  const { data } = (await actor.get(`/v1/audit-entries?recordType=platform.note&recordId=${id}`)).body;
  expect(JSON.stringify(data)).toContain('Which month?');
});

it('leaves a tombstone of a deleted note', async () => {
  const actor = await books();
  const [bookkeeper, colleague] = [await colleagueOf(actor, ['bookkeeper']), await colleagueOf(actor, ['integrator'])];
  const entry = await post(actor);
  const [own, other] = [await written(bookkeeper, entry), await written(colleague, entry)];
  const remove = (by: Actor, { id }: Named, etag = '"1"') => by.delete(`/v1/notes/${id}`, etag);
  expect(await remove(bookkeeper, other)).toMatchObject({ status: 403, body: { code: 'note_of_another' } });
  expect((await remove(bookkeeper, own, '"2"')).status).toBe(412);
  expect((await remove(bookkeeper, own)).status).toBe(204);
  expect((await remove(actor, other)).status).toBe(204);
  expect((await actor.get(`/v1/notes/${other.id}`)).body).toMatchObject({
    body: null,
    authorId: other.authorId,
    deletedById: await userIdOf(actor, actor),
    version: 2,
  });
  expect(await listed(actor, '/v1/notes?status=deleted')).toEqual([own.id, other.id]);
  for (const again of [
    await remove(actor, other, '"2"'),
    await colleague.patch(`/v1/notes/${other.id}`, { body: 'x' }, '"2"'),
  ]) {
    expect(again).toMatchObject({ status: 409, body: { code: 'note_deleted' } });
  }
});

it('tells whom a note mentions, each once', async () => {
  const actor = await books();
  const [colleague, foreign] = [await colleagueOf(actor, ['bookkeeper']), await books()];
  const [me, them] = [await userIdOf(actor, actor), await userIdOf(actor, colleague)];
  const entry = await post(actor);
  expect(
    pointersOf((await write(actor, entry, { mentionedUserIds: [me, await userIdOf(foreign, foreign)] })).body),
  ).toEqual(['/mentionedUserIds/1']);
  const note = await written(colleague, entry, { mentionedUserIds: [me, me] });
  expect(note).toMatchObject({ mentionedUserIds: [me] });
  const change = { body: 'Which month, both of you?', mentionedUserIds: [them, me] };
  expect((await colleague.patch(`/v1/notes/${note.id}`, change, '"1"')).status).toBe(200);
  expect((await colleague.patch(`/v1/notes/${note.id}`, { body: 'Which month?' }, '"2"')).body).toMatchObject({
    mentionedUserIds: [them, me],
  });
  await dispatchEvents(actor.organizationId);
  const { data } = (await actor.get('/v1/events?type=platform.note.mentioned.v1')).body;
  const about = { noteId: note.id, subjectType: 'journal_entry', subjectId: entry.id, authorId: them };
  expect(data).toMatchObject([
    { subject: note.id, data: { ...about, mentionedUserIds: [me] } },
    { subject: note.id, data: { ...about, mentionedUserIds: [them] } },
  ]);
});

it('moves with a draft to the entry, and stays as a tombstone of a deleted one', async () => {
  const actor = await books();
  const [posted, deleted] = [await draft(actor), await draft(actor)];
  const subjectType = 'journal_entry_draft';
  const note = await written(actor, posted, { subjectType });
  const reply = await written(actor, posted, { subjectType, replyToId: note.id });
  const gone = await written(actor, deleted, { subjectType });
  const { body: entry } = await postDraft(actor, posted);
  expect(await listed(actor, `/v1/notes?subjectType=journal_entry&subjectId=${entry.id}`)).toEqual([note.id, reply.id]);
  expect((await write(actor, posted, { subjectType })).body.code).toBe('record_not_annotatable');
  expect((await deleteDraft(actor, deleted)).status).toBe(204);
  expect((await actor.get(`/v1/notes/${gone.id}`)).body).toMatchObject({ body: null, subjectId: deleted.id });
});

it('stays within the organization and with those who may read the record', async () => {
  const [actor, foreign] = [await books(), await books()];
  const entry = await post(actor);
  const { id } = await written(actor, entry);
  expect((await foreign.get(`/v1/notes/${id}`)).status).toBe(404);
  expect((await foreign.patch(`/v1/notes/${id}`, { body: 'x' }, '"1"')).status).toBe(404);
  expect((await foreign.delete(`/v1/notes/${id}`, '"1"')).status).toBe(404);
  expect(pointersOf((await write(foreign, entry)).body)).toEqual(['/subjectId']);

  const role = { code: 'writer', name: 'Writer', permissions: ['platform.annotation.read', 'platform.note.write'] };
  await actor.post('/v1/identity/roles', role);
  const writer = await colleagueOf(actor, ['writer']);
  expect((await write(writer, entry)).status).toBe(403);
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await write(auditor, entry)).status).toBe(403);
  expect(await listed(auditor, '/v1/notes')).toEqual([id]);
  expect((await writer.get(`/v1/notes/${id}`)).status).toBe(404);
  expect(await listed(writer, '/v1/notes')).toEqual([]);
});

it('lets go of earlier wordings and deleted notes when their author is erased', async () => {
  const actor = await books();
  const colleague = await colleagueOf(actor, ['bookkeeper']);
  const entry = await post(actor);
  const [changed, deleted] = [await written(colleague, entry), await written(colleague, entry, { body: 'Mistaken' })];
  await colleague.patch(`/v1/notes/${changed.id}`, { body: 'Which year?' }, '"1"');
  await colleague.delete(`/v1/notes/${deleted.id}`, '"1"');
  const recorded = async () => {
    const { body } = await actor.get('/v1/audit-entries?recordType=platform.note');
    return JSON.stringify(body.data);
  };
  for (const text of ['Which month?', 'Mistaken']) expect(await recorded()).toContain(text);

  const subjectId = await userIdOf(actor, colleague);
  const { body } = await actor.get(`/v1/identity/memberships?userId=${subjectId}`);
  const [{ id, version }] = body.data as [Named & { version: number }];
  await actor.post(`/v1/identity/memberships/${id}/end`, {}, { 'If-Match': `"${version}"` });
  expect((await actor.post('/v1/erasures', { subjectId, reason: 'Asked for it' })).status).toBe(201);
  for (const text of ['Which month?', 'Mistaken']) expect(await recorded()).not.toContain(text);
  expect((await actor.get(`/v1/notes/${changed.id}`)).body).toMatchObject({ body: 'Which year?', authorId: subjectId });
});
