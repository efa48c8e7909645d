import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addParty, PARTIES } from '../support/parties.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const address = { kind: 'billing', line1: 'Storgatan 1', city: 'Stockholm', subdivision: 'SE-AB', country: 'SE' };
const full = {
  number: 'C-1',
  name: 'Nordic Tools AB',
  legalName: 'Nordic Tools Aktiebolag',
  kind: 'organization',
  isCustomer: true,
  isVendor: true,
  language: 'sv-SE',
  currency: 'SEK',
  addresses: [address, { kind: 'registered', country: 'NO' }],
  contacts: [{ name: 'Anna Berg', email: 'anna.berg@example.com', role: 'Accounts payable' }],
  taxIds: [{ type: 'vat', country: 'SE', number: 'SE556012579001' }],
  externalIds: [{ source: 'crm', externalId: '4711' }],
  taxClassCode: 'WHOLESALE',
  creditLimit: '50000.00',
  isDunningBlocked: true,
};

it('is created, read, listed, found and changed', async () => {
  const { status, body: made, headers } = await actor.post(PARTIES, full);
  expect(status).toBe(201);
  expect(made).toMatchObject({
    ...full,
    country: 'NO',
    status: 'active',
    holdReason: null,
    survivorId: null,
    version: 1,
  });
  expect(headers['etag']).toBe('"1"');
  const at = `${PARTIES}/${made.id}`;
  expect((await actor.get(at)).body).toEqual(made);
  const other = await addParty(actor, { name: 'Other', taxIds: [{ type: 'vat', country: 'DE', number: '136695976' }] });
  expect(other.taxIds).toEqual([{ type: 'vat', country: 'DE', number: 'DE136695976' }]);
  for (const found of [
    'taxNumber=SE556012579001',
    'name[prefix]=Nordic',
    'isVendor=true',
    'country=NO',
    'number=C-1',
  ]) {
    expect((await actor.get(`${PARTIES}?${found}`)).body.data).toEqual([made]);
  }
  expect((await actor.get(`${PARTIES}?taxNumber[ne]=SE556012579001`)).body.data).toEqual([other]);
  const change = { name: 'Nordic', creditLimit: null, taxIds: [], addresses: [address], externalIds: [] };
  expect(await actor.patch(at, change, '"1"')).toMatchObject({
    status: 200,
    body: { ...change, country: 'SE', legalName: full.legalName, version: 2 },
  });
  expect(await actor.patch(at, { name: 'Nordic' }, '"2"')).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await actor.patch(at, { name: 'X' }, '"1"')).toMatchObject({ status: 412 });
  expect(await actor.patch(at, { number: 'X' }, '"2"')).toMatchObject({ status: 400 });
});

it('has a number of its own, drawn where none is given; many draw at once', async () => {
  await addParty(actor, { number: '10002' });
  const drawn = await Promise.all(Array.from({ length: 8 }, () => addParty(actor)));
  const numbers = drawn.map(({ number }) => number as string).sort();
  expect(new Set(numbers).size).toBe(8);
  expect(numbers).not.toContain('10002');
  expect(numbers.every((number) => /^100[01][0-9]$/.test(number))).toBe(true);
  expect(await actor.post(PARTIES, { name: 'X', isVendor: true, number: '10002' })).toMatchObject({
    status: 409,
    body: { code: 'party_number_taken', errors: [{ pointer: '/number' }] },
  });
});

it.each<[object, string, string, string]>([
  [{ isCustomer: false }, 'party_refused', '/isCustomer', 'no_role'],
  [
    { taxIds: [{ type: 'vat', country: 'SE', number: 'SE556012579101' }] },
    'tax_id_refused',
    '/taxIds/0/number',
    'tax_id_check_digit',
  ],
  [
    { taxIds: [{ type: 'ein', country: 'US', number: '07-1234567' }] },
    'tax_id_refused',
    '/taxIds/0/number',
    'tax_id_form',
  ],
  [{ addresses: [{ ...address, country: 'NO' }] }, 'party_refused', '/addresses/0/subdivision', 'subdivision_of_other'],
  [{ language: 'xx-abcdefghij' }, 'validation_failed', '/language', 'unknown_language'],
  [{ language: 'sv-se' }, 'validation_failed', '/language', 'unknown_language'],
  [{ creditLimit: '1.001' }, 'party_refused', '/creditLimit', 'too_many_decimals'],
  [{ paymentTermsCode: 'NONE' }, 'party_refused', '/paymentTermsCode', 'unknown_payment_terms'],
  [{ receivableAccountCode: '1000' }, 'party_refused', '/receivableAccountCode', 'unknown_account'],
])('is refused with %j', async (said, code, pointer, finding) => {
  const answer = await actor.post(PARTIES, { name: 'X', isCustomer: true, ...said });
  expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer, code: finding }] } });
});

it('names payment terms and control accounts of its kind by their codes', async () => {
  await actor.openBooks();
  for (const [code, control, type] of [
    ['1510', 'receivable', 'asset'],
    ['2440', 'payable', 'liability'],
  ]) {
    await actor.post('/v1/accounting/accounts', { code, name: code, type, control });
  }
  await actor.post('/v1/accounting/payment-terms', { code: 'N', name: 'N', instalments: [{ percentage: '100' }] });
  const named = { receivableAccountCode: '1510', payableAccountCode: '2440', paymentTermsCode: 'N' };
  const made = await addParty(actor, named);
  expect(made).toMatchObject(named);
  const answer = await actor.patch(`${PARTIES}/${made.id}`, { receivableAccountCode: '2440' }, '"1"');
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/receivableAccountCode', code: 'account_control' }] },
  });
  const { body: terms } = await actor.get('/v1/accounting/payment-terms?code=N');
  await actor.patch(`/v1/accounting/payment-terms/${terms.data[0].id}`, { status: 'inactive' }, '"1"');
  expect(await actor.patch(`${PARTIES}/${made.id}`, { name: 'Still' }, '"1"')).toMatchObject({ status: 200 });
  expect(await actor.post(PARTIES, { name: 'X', isCustomer: true, paymentTermsCode: 'N' })).toMatchObject({
    body: { errors: [{ code: 'payment_terms_inactive' }] },
  });
});

it('is put on hold for a reason, released, archived and reactivated, and tells of it', async () => {
  const { id } = await addParty(actor);
  const at = `${PARTIES}/${id}`;
  const turn = (verb: string, version: number, body?: object) =>
    actor.post(`${at}/${verb}`, body, { 'If-Match': `"${version}"` });
  expect(await turn('release', 1)).toMatchObject({ status: 409, body: { code: 'party_status' } });
  expect(await turn('hold', 1)).toMatchObject({ status: 422 });
  expect(await turn('hold', 1, { reason: 'Disputes' })).toMatchObject({
    status: 200,
    body: { status: 'on_hold', holdReason: 'Disputes', version: 2 },
  });
  expect(await turn('release', 2)).toMatchObject({ body: { status: 'active', holdReason: null } });
  expect(await turn('archive', 3)).toMatchObject({ body: { status: 'archived' } });
  expect(await turn('hold', 4, { reason: 'X' })).toMatchObject({ status: 409 });
  expect(await turn('reactivate', 4)).toMatchObject({ body: { status: 'active', version: 5 } });
});

it('takes permissions, and is of one organization', async () => {
  const { id } = await addParty(actor);
  const auditor = await colleagueOf(actor, ['auditor']);
  expect(await auditor.get(`${PARTIES}/${id}`)).toMatchObject({ status: 200 });
  expect(await auditor.patch(`${PARTIES}/${id}`, { name: 'X' }, '"1"')).toMatchObject({ status: 403 });
  const stranger = await newActor();
  expect(await stranger.get(`${PARTIES}/${id}`)).toMatchObject({ status: 404 });
});
