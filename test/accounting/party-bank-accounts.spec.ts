import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addParty } from '../support/parties.js';

const list = '/v1/accounting/party-bank-accounts';
const iban = 'SE4550000000058398257466';

let actor: Actor;
let partyId: string;
beforeEach(async () => {
  actor = await newActor();
  partyId = (await addParty(actor)).id;
});

const add = (said: object = { iban }) => actor.post(list, { partyId, holder: 'Nordic Tools AB', ...said });
const verify = (as: Actor, id: string, version: number) =>
  as.post(`${list}/${id}/verify`, undefined, { 'If-Match': `"${version}"` });

it('is of no use until another person has verified it, and again once it is changed', async () => {
  const { status, body: made } = await add({ iban: 'se45 5000 0000 0583 9825 7466', bic: 'ESSESESS' });
  expect(status).toBe(201);
  expect(made).toMatchObject({
    iban,
    country: 'SE',
    bic: 'ESSESESS',
    status: 'unverified',
    isUsable: false,
    version: 1,
  });
  expect(await verify(actor, made.id, 1)).toMatchObject({ status: 403, body: { code: 'bank_account_own_change' } });
  const { body: key } = await actor.post('/v1/identity/api-keys', { name: 'Own key', roles: ['accountant'] });
  const byKey = Object.assign(Object.create(actor), { accessToken: key.secret ?? key.key }) as Actor;
  expect(await verify(byKey, made.id, 1)).toMatchObject({ status: 403, body: { code: 'bank_account_own_change' } });
  const checker = await colleagueOf(actor, ['accountant']);
  expect(await verify(checker, made.id, 1)).toMatchObject({
    status: 200,
    body: { status: 'verified', isUsable: true, changedById: made.changedById },
  });
  expect(await verify(checker, made.id, 2)).toMatchObject({ status: 409, body: { code: 'bank_account_status' } });
  const at = `${list}/${made.id}`;
  expect(await actor.patch(at, { holder: 'Nordic Tools AB' }, '"2"')).toMatchObject({
    body: { isUsable: true, version: 2 },
  });
  const other = { iban: 'NO9386011117947', bic: null };
  expect(await checker.patch(at, other, '"2"')).toMatchObject({
    status: 200,
    body: { ...other, country: 'NO', status: 'unverified', isUsable: false, verifiedById: null },
  });
  expect(await verify(checker, made.id, 3)).toMatchObject({ status: 403 });
  expect(await verify(actor, made.id, 3)).toMatchObject({ status: 200 });
  const archive = () => actor.post(`${at}/archive`, undefined, { 'If-Match': '"4"' });
  expect(await archive()).toMatchObject({ status: 200, body: { status: 'archived', isUsable: false } });
  expect(await actor.patch(at, { iban }, '"5"')).toMatchObject({ status: 409 });
  expect(await add({ iban: other.iban })).toMatchObject({ status: 201 });
});

it('shows its number to those who may read it', async () => {
  const { body: made } = await add();
  expect(made).toMatchObject({ iban, isMasked: false });
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  const shown = { iban: '••••••••••••••••••••7466', isMasked: true };
  expect((await bookkeeper.get(`${list}/${made.id}`)).body).toMatchObject(shown);
  expect((await bookkeeper.get(`${list}?partyId=${partyId}`)).body.data).toMatchObject([shown]);
  const csv = await bookkeeper.get(`${list}?partyId=${partyId}`, { Accept: 'text/csv' });
  expect(csv.text).not.toContain(iban);
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await auditor.get(`${list}?status=unverified`)).body.data).toMatchObject([{ iban, isMasked: false }]);
});

it.each<[object, string, string]>([
  [{ iban: 'SE4550000000058398257467' }, '/iban', 'invalid_iban'],
  [{}, '/iban', 'one_number'],
  [{ accountNumber: '123', country: 'SE' }, '/bankCode', 'required'],
  [{ iban, bic: 'XX' }, '/bic', 'invalid_bic'],
])('is refused with %j', async (said, pointer, code) => {
  expect(await add(said)).toMatchObject({
    status: 422,
    body: { code: 'bank_account_refused', errors: [{ pointer, code }] },
  });
});

it('is of a party that there is, once', async () => {
  expect(await actor.post(list, { partyId: newId(), holder: 'X', iban })).toMatchObject({
    status: 422,
    body: { code: 'party_unknown', errors: [{ pointer: '/partyId' }] },
  });
  await add();
  expect(await add()).toMatchObject({ status: 409, body: { code: 'bank_account_taken' } });
});
