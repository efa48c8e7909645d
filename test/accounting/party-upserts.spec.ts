import { type Actor, newActor } from '../support/actor.js';
import { addParty, PARTIES } from '../support/parties.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const key = { externalSource: 'webshop', externalId: '4711' };
const upsert = (said: object) => actor.post(`${PARTIES}/upsert`, { ...key, ...said });

it('makes a party, then changes it, and adds roles', async () => {
  const { status, body: made } = await upsert({ name: 'Anna Berg', kind: 'person', isCustomer: true });
  expect(status).toBe(200);
  expect(made).toMatchObject({
    number: '10001',
    externalIds: [{ source: 'webshop', externalId: '4711' }],
    version: 1,
  });
  expect((await upsert({ name: 'Anna Berg' })).body).toEqual(made);
  expect((await upsert({ name: 'Anna Borg', isCustomer: false, isVendor: true })).body).toMatchObject({
    id: made.id,
    name: 'Anna Borg',
    kind: 'person',
    isCustomer: true,
    isVendor: true,
    version: 2,
  });
  expect((await actor.get(`/v1/external-ids/matches?source=webshop&externalId=4711`)).body.matches).toEqual([
    { subjectType: 'party', subjectId: made.id, isOwn: true },
  ]);
});

it('makes one party of many requests at once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => upsert({ name: 'Anna Berg', isCustomer: true })));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

it('is of one legal entity: another has a party of its own with the same id', async () => {
  const entity = { name: 'Second', functionalCurrency: 'EUR' };
  const { body: second } = await actor.post('/v1/administration/legal-entities', entity);
  const said = { name: 'Anna Berg', isCustomer: true };
  const { body: ours } = await upsert({ ...said, legalEntityId: actor.legalEntityId });
  const { body: theirs } = await upsert({ ...said, legalEntityId: second.id });
  expect(theirs.id).not.toBe(ours.id);
  expect([ours.number, theirs.number]).toEqual(['10001', '10001']);
});

it('finds a party by an id that was recorded beside it', async () => {
  const { id } = await addParty(actor);
  const recorded = { source: 'webshop', externalId: '4711', subjectType: 'party', subjectId: id };
  expect(await actor.post('/v1/external-ids', recorded)).toMatchObject({ status: 201 });
  expect((await upsert({ currency: 'SEK' })).body).toMatchObject({ id, currency: 'SEK', externalIds: [] });
});

it('is refused without a name for a new one, for an archived one, and an id of another party', async () => {
  expect(await upsert({ isCustomer: true })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
  const externalIds = [{ source: 'webshop', externalId: '4711' }];
  const { id, number } = await addParty(actor, { externalIds });
  expect(await actor.post(PARTIES, { name: 'X', isCustomer: true, externalIds })).toMatchObject({
    status: 409,
    body: {
      code: 'party_external_id_taken',
      detail: `Party ${number} has the id 4711 of webshop.`,
      errors: [{ pointer: '/externalIds/0/externalId' }],
    },
  });
  await actor.post(`${PARTIES}/${id}/archive`, undefined, { 'If-Match': '"1"' });
  expect(await upsert({ name: 'X' })).toMatchObject({ status: 409, body: { code: 'party_status' } });
});
