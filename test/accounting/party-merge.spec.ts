import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addParty, PARTIES } from '../support/parties.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const merge = (id: string, intoPartyId: string, { version = 1, query = '', ...body }: Record<string, unknown> = {}) =>
  actor.post(
    `${PARTIES}/${id}/merge${query as string}`,
    { intoPartyId, ...body },
    { 'If-Match': `"${version as number}"` },
  );

it('leaves one party that takes over what it lacks, and shows it beforehand', async () => {
  const taxIds = [{ type: 'vat', country: 'SE', number: 'SE556012579001' }];
  const merged = await addParty(actor, {
    name: 'Nordic Tool',
    isVendor: true,
    taxIds,
    currency: 'SEK',
    externalIds: [{ source: 'webshop', externalId: '4711' }],
  });
  const survivor = await addParty(actor, { currency: 'EUR' });
  const account = { partyId: merged.id, holder: 'Nordic Tools AB', iban: 'SE4550000000058398257466' };
  await actor.post('/v1/accounting/party-bank-accounts', account);

  const dry = await merge(merged.id, survivor.id, { query: '?dryRun=true' });
  expect(dry.status).toBe(200);
  expect(dry.body).toMatchObject({ isDryRun: true, takenOver: ['isVendor', 'taxIds'], bankAccountCount: 1 });
  expect((await actor.get(`${PARTIES}/${merged.id}`)).body).toEqual(merged);
  expect((await actor.get(`${PARTIES}/${survivor.id}`)).body).toEqual(survivor);

  const done = await merge(merged.id, survivor.id);
  expect(done.body).toMatchObject({
    isDryRun: false,
    merged: { status: 'merged', survivorId: survivor.id, name: 'Nordic Tool', taxIds },
    survivor: { isVendor: true, currency: 'EUR', taxIds, status: 'active' },
  });
  const { body: accounts } = await actor.get(`/v1/accounting/party-bank-accounts?partyId=${survivor.id}`);
  expect(accounts.data).toMatchObject([{ iban: account.iban, status: 'unverified', isUsable: false }]);

  const upserted = await actor.post(`${PARTIES}/upsert`, {
    externalSource: 'webshop',
    externalId: '4711',
    name: 'Nordic',
  });
  expect(upserted.body).toMatchObject({ id: survivor.id, name: 'Nordic' });
  const { body: found } = await actor.get('/v1/external-ids/matches?source=webshop&externalId=4711');
  expect(found.matches).toEqual([{ subjectType: 'party', subjectId: survivor.id, isOwn: true }]);
});

it('leaves nothing to do with the merged one', async () => {
  const [merged, survivor] = [await addParty(actor), await addParty(actor)];
  await merge(merged.id, survivor.id, { takesOver: false });
  const at = `${PARTIES}/${merged.id}`;
  const gone = { status: 409, body: { code: 'party_merged' } };
  expect(await actor.patch(at, { name: 'X' }, '"2"')).toMatchObject(gone);
  expect(await actor.post(`${at}/archive`, undefined, { 'If-Match': '"2"' })).toMatchObject(gone);
  expect(await merge(merged.id, survivor.id, { version: 2 })).toMatchObject(gone);
  const account = { partyId: merged.id, holder: 'X', iban: 'SE4550000000058398257466' };
  expect(await actor.post('/v1/accounting/party-bank-accounts', account)).toMatchObject(gone);
  const note = { subjectType: 'party', subjectId: merged.id, body: 'Why?' };
  expect(await actor.post('/v1/notes', note)).toMatchObject({ status: 409, body: { code: 'record_not_annotatable' } });
  expect((await actor.get(at)).body.survivorId).toBe(survivor.id);
});

it('leads from each of a chain to the last in one step', async () => {
  const [first, second, third] = [await addParty(actor), await addParty(actor), await addParty(actor)];
  await merge(first.id, second.id);
  expect((await merge(second.id, third.id)).body.earlierMergedCount).toBe(1);
  for (const { id } of [first, second]) {
    expect((await actor.get(`${PARTIES}/${id}`)).body).toMatchObject({ status: 'merged', survivorId: third.id });
  }
  expect(await merge(third.id, first.id)).toMatchObject({
    status: 422,
    body: { code: 'party_merge_refused', errors: [{ pointer: '/intoPartyId', code: 'survivor_merged' }] },
  });
});

it('never ends in a circle, whoever merges at once', async () => {
  const [one, other] = [await addParty(actor), await addParty(actor)];
  const answers = await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
  expect(answers.map(({ status }) => status === 200)).toContain(true);
  expect(answers.every(({ status }) => status < 500)).toBe(true);
  const views = await Promise.all([one, other].map(async ({ id }) => (await actor.get(`${PARTIES}/${id}`)).body));
  expect(views.filter(({ status }) => status === 'merged')).toHaveLength(1);
});

it('is refused into itself, nothing, an archived one or one of another legal entity, and takes a permission', async () => {
  const [party, archived] = [await addParty(actor), await addParty(actor)];
  await actor.post(`${PARTIES}/${archived.id}/archive`, undefined, { 'If-Match': '"1"' });
  const entity = { name: 'Second', functionalCurrency: 'EUR' };
  const { body: second } = await actor.post('/v1/administration/legal-entities', entity);
  const foreign = await addParty(actor, { legalEntityId: second.id });
  for (const [into, code] of [
    [party.id, 'same_party'],
    [newId(), 'unknown_party'],
    [archived.id, 'survivor_archived'],
    [foreign.id, 'other_legal_entity'],
  ]) {
    expect(await merge(party.id, into as string)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/intoPartyId', code }] },
    });
  }
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect(await bookkeeper.post(`${PARTIES}/${party.id}/merge`, { intoPartyId: foreign.id })).toMatchObject({
    status: 403,
  });
});
