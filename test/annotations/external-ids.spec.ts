import { newId } from '#kernel/id.js';
import { type Actor } from '../support/actor.js';
import { books, deleteDraft, draft, listed, type Named, pointersOf, post, postDraft } from './scene.js';

const record = (actor: Actor, { id }: Named, externalId: string, fields: object = {}) =>
  actor.post('/v1/external-ids', {
    source: 'webshop',
    externalId,
    subjectType: 'journal_entry',
    subjectId: id,
    ...fields,
  });
const matches = async (actor: Actor, externalId: string, more = '') =>
  (await actor.get(`/v1/external-ids/matches?source=webshop&externalId=${externalId}${more}`)).body.matches as object[];
const linked = ({ id }: Named, subjectType = 'journal_entry') => ({ subjectType, subjectId: id, isOwn: false });

it('finds a record by any of its ids of other systems', async () => {
  const actor = await books();
  const [entry, other] = [await post(actor), await post(actor)];
  const first = await record(actor, entry, 'order-1');
  expect(first).toMatchObject({ status: 201, body: { source: 'webshop', externalId: 'order-1', subjectId: entry.id } });
  expect((await record(actor, entry, 'order-2')).status).toBe(201);
  expect((await record(actor, entry, 'order-1', { source: 'crm' })).status).toBe(201);
  expect(await matches(actor, 'order-2')).toEqual([linked(entry)]);
  expect(await matches(actor, 'order-3')).toEqual([]);
  expect(await listed(actor, `/v1/external-ids?subjectType=journal_entry&subjectId=${entry.id}`)).toHaveLength(3);
  expect(await listed(actor, '/v1/external-ids?source=webshop&externalId=order-1')).toEqual([first.body.id]);
  for (const holder of [entry, other]) {
    expect(await record(actor, holder, 'order-1')).toMatchObject({
      status: 409,
      body: { code: 'external_id_linked', errors: [{ pointer: '/externalId' }] },
    });
  }
});

it('belongs to one record of each type, and to none once it is taken back', async () => {
  const actor = await books();
  const [entry, other] = [await post(actor), await post(actor)];
  const [account] = await listed(actor, '/v1/accounting/accounts?code=4000');
  const { id } = (await record(actor, entry, 'x-1')).body as Named;
  expect((await record(actor, { id: account! }, 'x-1', { subjectType: 'account' })).status).toBe(201);
  const entity = { id: actor.legalEntityId };
  expect((await record(actor, entity, 'x-1', { subjectType: 'legal_entity' })).status).toBe(201);
  expect(await matches(actor, 'x-1')).toEqual([
    linked({ id: account! }, 'account'),
    linked(entry),
    linked(entity, 'legal_entity'),
  ]);
  expect(await matches(actor, 'x-1', '&subjectType=account')).toEqual([linked({ id: account! }, 'account')]);
  expect((await actor.delete(`/v1/external-ids/${id}`)).status).toBe(204);
  expect((await actor.get(`/v1/external-ids/${id}`)).status).toBe(404);
  expect((await actor.delete(`/v1/external-ids/${id}`)).status).toBe(404);
  expect((await record(actor, other, 'x-1')).status).toBe(201);
});

it('knows what an entry was given at posting, which stays', async () => {
  const actor = await books();
  const own = await post(actor, '1.00', { externalSource: 'webshop', externalId: 'order-9' });
  const other = await post(actor);
  expect(await matches(actor, 'order-9')).toEqual([{ ...linked(own), isOwn: true }]);
  for (const holder of [own, other]) {
    expect(await record(actor, holder, 'order-9')).toMatchObject({ status: 409, body: { code: 'external_id_linked' } });
  }
  expect((await record(actor, own, 'order-9-b')).status).toBe(201);
  expect(await listed(actor, '/v1/external-ids')).toHaveLength(1);
});

it('recording the same at once makes one', async () => {
  const actor = await books();
  const entry = await post(actor);
  const answers = await Promise.all(Array.from({ length: 3 }, () => record(actor, entry, 'order-1')));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
    'external_id_linked',
    'external_id_linked',
  ]);
});

it('moves with a draft to the entry, unless an entry has it, and goes with a deleted draft', async () => {
  const actor = await books();
  const [posted, clashing, deleted] = [await draft(actor), await draft(actor), await draft(actor)];
  const subjectType = 'journal_entry_draft';
  await record(actor, posted, 'order-1', { subjectType });
  const { body: entry } = await postDraft(actor, posted);
  expect(await matches(actor, 'order-1')).toEqual([linked(entry)]);

  const clash = (await record(actor, clashing, 'order-1', { subjectType })).body as Named;
  expect(await postDraft(actor, clashing)).toMatchObject({ status: 409, body: { code: 'external_id_linked' } });
  expect((await actor.delete(`/v1/external-ids/${clash.id}`)).status).toBe(204);
  expect((await postDraft(actor, clashing)).status).toBe(201);

  await record(actor, deleted, 'order-3', { subjectType });
  await deleteDraft(actor, deleted);
  expect(await matches(actor, 'order-3')).toEqual([]);
});

it('stays within the organization', async () => {
  const [actor, foreign] = [await books(), await books()];
  const [entry, foreignEntry] = [await post(actor), await post(foreign)];
  const { id } = (await record(actor, entry, 'order-1')).body as Named;
  expect(await matches(foreign, 'order-1')).toEqual([]);
  expect((await record(foreign, foreignEntry, 'order-1')).status).toBe(201);
  expect((await foreign.get(`/v1/external-ids/${id}`)).status).toBe(404);
  expect((await foreign.delete(`/v1/external-ids/${id}`)).status).toBe(404);
  expect(pointersOf((await record(foreign, entry, 'order-2')).body)).toEqual(['/subjectId']);
  expect(pointersOf((await record(foreign, { id: newId() }, 'order-2')).body)).toEqual(['/subjectId']);
});
