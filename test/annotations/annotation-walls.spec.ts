import { newId } from '#kernel/id.js';
import { asOwner } from '../support/owner.js';
import { refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';
import { books, createTag, type Named, post, tag } from './scene.js';

// What the database refuses, whoever asks: `$1` is the organization.

const refused = (text: string, ...values: unknown[]) =>
  asOwner((client) =>
    rolledBack(client, async () => {
      const refusal = await refusalOf(client.query(text, values));
      return [refusal?.code, refusal?.constraint].filter(Boolean).join(' ');
    }),
  );

it('tags are kept apart by their folded names, never deleted, and final once merged', async () => {
  const actor = await books();
  const { organizationId } = actor;
  const [entry, audit, rent] = [await post(actor), await createTag(actor, 'Audit'), await createTag(actor, 'Rent')];
  await tag(actor, [audit], [entry]);
  const set = (what: string) => ['UPDATE platform.tag SET', what, 'WHERE organization_id = $1 AND id = $2'].join(' ');
  expect(await refused(set("name_key = 'rent'"), organizationId, audit.id)).toBe('23505 tag_name_key');
  expect(await refused(set("colour = 'red'"), organizationId, audit.id)).toBe('23514 tag_colour');
  expect(await refused(set("status = 'merged'"), organizationId, rent.id)).toBe('BU380');
  const merge = set("status = 'merged', merged_into = $3");
  expect(await refused(merge, organizationId, audit.id, rent.id)).toBe('BU382');
  expect(await refused(merge, organizationId, rent.id, rent.id)).toBe('23514 tag_merged_into_another');
  expect(await refused('DELETE FROM platform.tag WHERE organization_id = $1', organizationId)).toBe('BU001');

  const insert = `
    INSERT INTO platform.tagging (organization_id, id, tag_id, subject_type, subject_id, tagged_by)
    VALUES ($1, $2, $3, 'journal_entry', $4, $2)`;
  expect(await refused(insert, organizationId, newId(), audit.id, entry.id)).toBe('23505 tagging_key');
  expect(await refused(insert, organizationId, newId(), newId(), entry.id)).toBe('BU380');
  await actor.post(`/v1/tags/${rent.id}/merge`, { intoTagId: audit.id }, { 'If-Match': '"1"' });
  expect(await refused(insert, organizationId, newId(), rent.id, newId())).toBe('BU380');
  expect(await refused(set("name = 'x'"), organizationId, rent.id)).toBe('BU381');
});

it('notes are their authors’, about one record in a thread, and stay deleted', async () => {
  const actor = await books();
  const { organizationId } = actor;
  const [entry, other] = [await post(actor), await post(actor)];
  const write = (body: string) => actor.post('/v1/notes', { subjectType: 'journal_entry', subjectId: entry.id, body });
  const note = (await write('Which month?')).body as Named;
  const set = (what: string) => ['UPDATE platform.note SET', what, 'WHERE organization_id = $1 AND id = $2'].join(' ');
  expect(await refused(set("body = 'Never mind'"), organizationId, note.id)).toBe('BU384');
  expect(await refused(set('body = NULL'), organizationId, note.id)).toBe('23514 note_deleted');
  const insert = `
    INSERT INTO platform.note (organization_id, id, subject_type, subject_id, reply_to, body, mentions, author_id)
    SELECT n.organization_id, $3, n.subject_type, $4, n.id, 'x', $5, n.author_id
    FROM platform.note n, set_config('bureau.actor_id', n.author_id::text, true)
    WHERE n.organization_id = $1 AND n.id = $2`;
  expect(await refused(insert, organizationId, note.id, newId(), other.id, [])).toBe('23503 note_reply_fk');
  expect(await refused(insert, organizationId, note.id, newId(), entry.id, [newId()])).toBe('BU385');
  expect(await refused(insert, organizationId, note.id, newId(), entry.id, [])).toBe('');
  const remove = 'DELETE FROM platform.note WHERE organization_id = $1';
  expect(await refused(remove, organizationId)).toBe('BU001');
  expect((await actor.delete(`/v1/notes/${note.id}`, '"1"')).status).toBe(204);
  expect(await refused(set("body = 'x', deleted_at = NULL, deleted_by = NULL"), organizationId, note.id)).toBe('BU383');
});

it('an id of another system belongs to one record of a type', async () => {
  const actor = await books();
  const insert = `
    INSERT INTO platform.external_id (organization_id, id, source, external_id, subject_type, subject_id, recorded_by)
    SELECT $1, gen_random_uuid(), 'webshop', 'order-1', type, gen_random_uuid(), $1 FROM unnest($2::text[]) AS type`;
  expect(await refused(insert, actor.organizationId, ['account', 'journal_entry'])).toBe('');
  expect(await refused(insert, actor.organizationId, ['account', 'account'])).toBe('23505 external_id_key');
});
