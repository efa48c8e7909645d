import { newId } from '#kernel/id.js';
import {
  actingIn,
  changeEngagement,
  engage,
  ENGAGEMENTS,
  newClient,
  setClock,
  signIn,
} from '../engagements/engaged.js';
import { INVITATIONS } from '../identity/members.js';
import { approve, DRAFTS, ENTRIES, inboxOf, POLICIES, refused, rentOf, REQUESTS } from '../support/approvals.js';
import { Actor, newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';
import { boxesOfReturn, fileReturn, openReturn, returnForms } from '../support/tax-returns.js';

// An accountant of a firm keeps the books of three clients: one that sells with tax, one that wants large entries approved,
// and a group of which one company alone is hers. One person, one password; what each client gave is what holds there.
jest.setTimeout(60_000);

const through = { startsOn: '2035-06-01', endsOn: '2035-06-30' };

interface Client {
  owner: Actor;
  engagementId: string;
  /** The accountant as who she is there. */
  anna: Actor;
}

let annaAtHome: Actor;
let shop: Client;
let studio: Client;
let group: Client;
let sisterId: string;

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

async function engageAnna(owner: Actor, fields: object = {}): Promise<Client> {
  const { status, body, text } = await engage(owner, annaAtHome.email, { ...through, ...fields });
  if (status !== 201) throw new Error(`the engagement was answered ${text}`);
  const accepted = await annaAtHome.post(`${INVITATIONS}/accept-signed-in`, { token: body.token });
  if (accepted.status !== 200) throw new Error(`the acceptance was answered ${accepted.text}`);
  return { owner, engagementId: body.id, anna: await actingIn(owner, annaAtHome) };
}

async function clientWithBooks(): Promise<Actor> {
  const owner = await newClient();
  await owner.openBooks('2035-01-01', '2035-12-31');
  return owner;
}

beforeAll(async () => {
  annaAtHome = await newActor();
  const owners = [await clientWithBooks(), await clientWithBooks(), await clientWithBooks()] as const;
  const sister = { name: 'Sister AB', country: 'SE', functionalCurrency: 'EUR' };
  sisterId = (await created(owners[2], '/v1/administration/legal-entities', sister)).id;
  await created(owners[2], '/v1/accounting/fiscal-years', {
    legalEntityId: sisterId,
    startsOn: '2035-01-01',
    endsOn: '2035-12-31',
  });
  shop = await engageAnna(owners[0]);
  studio = await engageAnna(owners[1], { modules: ['accounting', 'platform'] });
  group = await engageAnna(owners[2], { legalEntityIds: [owners[2].legalEntityId] });
});

it('signs in once and finds the organizations that are open to her', async () => {
  const { body } = await signIn(annaAtHome);
  const open = (body.memberships as { organizationId: string }[]).map(({ organizationId }) => organizationId);
  expect(open).toEqual(expect.arrayContaining([shop, studio, group].map(({ owner }) => owner.organizationId)));
  expect(open).toHaveLength(4);
});

it('keeps the books of the shop, from the chart to the return that she files', async () => {
  const { anna } = shop;
  const receivables = { code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' };
  await created(anna, '/v1/accounting/accounts', receivables);
  await created(anna, '/v1/accounting/posting-accounts', { purpose: 'receivables', accountCode: '1100' });
  await created(anna, '/v1/accounting/posting-accounts', { purpose: 'revenue', accountCode: '3000' });
  const template = { templateCode: 'eu_vat', validFrom: '2035-01-01', country: 'SE' };
  const codes = { ...template, standardRate: '0.25', reducedRate: '0.12' };
  expect((await anna.post('/v1/accounting/tax-codes/import-template', codes)).status).toBe(200);
  const { body: imported } = await anna.post(`${returnForms}/import-template`, template);

  const partyId = await newCustomer(anna);
  const line = { description: 'Chair', quantity: '4', unitPrice: '100', taxCodes: ['VAT-STD'] };
  const sold = await issue(anna, { partyId, issuedOn: '2035-02-10', lines: [line] });
  expect(sold).toMatchObject({ number: 'INV-2035-000001', totals: { net: '400.00', tax: '100.00' } });
  const opened = await openReturn(anna, imported.form.id, { startsOn: '2035-01-01' });
  const { boxes, digest } = await boxesOfReturn(anna, opened.id);
  const amounts = (boxes as { code: string; amount: string }[]).filter(({ amount }) => amount !== '0.00');
  expect(Object.fromEntries(amounts.map(({ code, amount }) => [code, amount]))).toEqual({
    '10': '400.00',
    '11': '100.00',
    '40': '100.00',
    '70': '100.00',
  });
  const filing = { filedOn: '2035-06-01', reference: 'Q1', digest };
  expect(await fileReturn(anna, opened.id, filing)).toMatchObject({ status: 200, body: { status: 'filed' } });
});

it('proposes to the studio what its owner approves, and is no approver of her own', async () => {
  const { owner, anna } = studio;
  await created(owner, POLICIES, {
    name: 'From 1,000',
    subjectKind: 'journal_entry',
    amountFrom: '1000.00',
    steps: [{ rule: 'one', approverRoles: ['owner'] }],
  });
  const on = { entryDate: '2035-06-01' };
  expect((await anna.post(ENTRIES, rentOf('999.00', { ...on, post: true }))).status).toBe(201);
  expect(refused(await anna.post(ENTRIES, rentOf('1000.00', { ...on, post: true })))).toBe('409 approval_required');
  const draft = await created(anna, DRAFTS, rentOf('1000.00', on));
  const request = await created(anna, REQUESTS, { subjectKind: 'journal_entry', subjectId: draft.id });
  expect((await approve(anna, request)).status).toBe(403);
  expect(await inboxOf(owner)).toEqual([request.id]);
  expect(await approve(owner, request)).toMatchObject({ status: 200, body: { state: 'approved' } });
  const listed = (await anna.get(`${ENTRIES}?sort=-updatedAt`)).body.data;
  expect(listed).toContainEqual(expect.objectContaining({ total: '1000.00', status: 'posted' }));
  expect(listed).toHaveLength(2);
});

it('sees one company of the group, and nothing of the other', async () => {
  const { owner, anna } = group;
  const fields = { ...rentOf('10.00'), entryDate: '2035-06-01', post: true };
  await created(owner, '/v1/accounting/accounts', {
    legalEntityId: sisterId,
    code: '1000',
    name: 'Cash',
    type: 'asset',
  });
  await created(owner, '/v1/accounting/accounts', {
    legalEntityId: sisterId,
    code: '4000',
    name: 'Rent',
    type: 'expense',
  });
  const ofSister = await created(owner, ENTRIES, { ...fields, legalEntityId: sisterId });
  expect((await anna.post(ENTRIES, fields)).status).toBe(201);
  const listed = (await anna.get(ENTRIES)).body.data as { legalEntityId: string }[];
  expect(new Set(listed.map(({ legalEntityId }) => legalEntityId))).toEqual(new Set([owner.legalEntityId]));
  expect((await anna.post(ENTRIES, { ...fields, legalEntityId: sisterId })).body.errors).toMatchObject([
    { pointer: '/legalEntityId', code: 'unknown_legal_entity' },
  ]);
  expect((await anna.get(`${ENTRIES}/${ofSister.id}`)).status).toBe(404);
});

it('never meets one client while acting for another, also under one key', async () => {
  const key = { 'Idempotency-Key': newId() };
  const fields = { ...rentOf('7.00'), entryDate: '2035-06-02', post: true };
  const [inShop, inStudio] = [await shop.anna.post(ENTRIES, fields, key), await studio.anna.post(ENTRIES, fields, key)];
  expect([inShop.status, inStudio.status]).toEqual([201, 201]);
  expect(inStudio.body.id).not.toBe(inShop.body.id);
  expect((await studio.anna.get(`${ENTRIES}/${inShop.body.id}`)).status).toBe(404);
  const entries = async ({ anna }: Client) =>
    ((await anna.get(`${ENTRIES}?limit=100`)).body.data as { id: string }[]).map(({ id }) => id);
  const [ofShop, ofStudio, ofGroup] = await Promise.all([entries(shop), entries(studio), entries(group)]);
  expect(new Set([...ofShop!, ...ofStudio!, ...ofGroup!]).size).toBe(
    ofShop!.length + ofStudio!.length + ofGroup!.length,
  );
});

it('is known to each client by what she did there', async () => {
  for (const { owner } of [shop, studio, group]) {
    const [{ userId }] = (await owner.get(ENGAGEMENTS)).body.data;
    const { data } = (await owner.get(`${ENTRIES}?sort=-updatedAt&limit=100`)).body;
    expect(data).toContainEqual(expect.objectContaining({ postedBy: userId }));
  }
});

it('loses one client when its engagement is over, and keeps the others', async () => {
  await setClock(studio.owner, '2035-06-30T10:00:00Z');
  expect((await studio.anna.get(ENTRIES)).status).toBe(401);
  expect((await annaAtHome.post('/v1/auth/switch', { organizationId: studio.owner.organizationId })).status).not.toBe(
    200,
  );
  expect((await shop.anna.get(ENTRIES)).status).toBe(200);
  // What she wrote stays with the client.
  expect((await studio.owner.get(ENTRIES)).body.data).toHaveLength(3);
  await changeEngagement(shop.owner, shop.engagementId, { roles: ['auditor'] });
  expect((await shop.anna.post(ENTRIES, { ...rentOf('1.00'), entryDate: '2035-06-03', post: true })).status).toBe(403);
  expect((await shop.anna.get('/v1/accounting/reports/trial-balance?asOf=2035-06-30')).status).toBe(200);
});
