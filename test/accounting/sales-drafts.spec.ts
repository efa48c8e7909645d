import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { PARTIES } from '../support/parties.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

const drafts = '/v1/accounting/sales-drafts';
const invoices = '/v1/accounting/invoices';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const begin = async (body: object = {}) => {
  const answer = await actor.post(drafts, { kind: 'invoice', ...chairs(customer), ...body });
  expect(answer.status).toBe(201);
  return answer.body;
};
const issueDraft = (id: string, version = 1, by = actor, query = '') =>
  by.post(`${drafts}/${id}/issue${query}`, {}, { 'If-Match': `"${version}"` });

it('is kept as it was typed, changed, shown and issued under its id', async () => {
  const content = chairs(customer, { note: 'Thank you', externalSource: 'crm', externalId: 'deal-1' });
  const draft = await begin(content);
  expect(draft).toMatchObject({ kind: 'invoice', status: 'draft', content, version: 1 });
  const changed = await actor.patch(`${drafts}/${draft.id}`, { issuedOn: '2026-03-09' }, '"1"');
  expect(changed.body).toMatchObject({ content: { ...content, issuedOn: '2026-03-09' }, version: 2 });
  expect((await actor.get(`${drafts}/${draft.id}`)).body).toEqual(changed.body);

  const shown = await issueDraft(draft.id, 2, actor, '?dryRun=true');
  expect(shown.body).toMatchObject({ number: 'INV-2026-000001', totals: { payable: '1250.00' } });
  expect((await actor.get(invoices)).body.data).toEqual([]);
  expect((await actor.get(`${drafts}/${draft.id}`)).body).toEqual(changed.body);

  const { status, body: invoice } = await issueDraft(draft.id, 2);
  expect(status).toBe(201);
  expect(invoice).toMatchObject({ id: draft.id, number: 'INV-2026-000001', issuedOn: '2026-03-09', note: 'Thank you' });
  const { entry: _, ...kept } = invoice;
  expect((await actor.get(`${invoices}/${draft.id}`)).body).toEqual(kept);
  expect((await actor.get(`${drafts}?status=issued`)).body.data).toMatchObject([{ id: draft.id, version: 3 }]);
  expect((await actor.get(`${drafts}?status=draft`)).body.data).toEqual([]);
});

it('draws no number that is not issued', async () => {
  const draft = await begin();
  expect((await actor.delete(`${drafts}/${draft.id}`, '"1"')).status).toBe(204);
  expect((await actor.get(`${drafts}/${draft.id}`)).status).toBe(404);
  expect(await issue(actor, chairs(customer))).toMatchObject({ number: 'INV-2026-000001' });
});

it('stays once it is issued', async () => {
  const { id } = await begin();
  await issueDraft(id);
  const fixed = { status: 409, body: { code: 'sales_document_fixed' } };
  expect(await issueDraft(id, 2)).toMatchObject(fixed);
  expect(await actor.patch(`${drafts}/${id}`, { note: 'Late' }, '"2"')).toMatchObject(fixed);
  expect(await actor.delete(`${drafts}/${id}`, '"2"')).toMatchObject(fixed);
  expect((await actor.get(invoices)).body.data).toHaveLength(1);
});

it('by many at once is issued once', async () => {
  const { id } = await begin();
  const answers = await Promise.all(Array.from({ length: 8 }, () => issueDraft(id)));
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201, 409, 409, 409, 409, 409, 409, 409,
  ]);
  expect((await actor.get(invoices)).body.data).toHaveLength(1);
});

it.each([
  ['another version', '"2"', 412],
  ['no version', undefined, 428],
])('with %s is neither changed nor deleted', async (_, etag, status) => {
  const { id } = await begin();
  expect(await actor.patch(`${drafts}/${id}`, { note: 'x' }, etag)).toMatchObject({ status });
  expect(await actor.delete(`${drafts}/${id}`, etag)).toMatchObject({ status });
  const sent = await actor.post(`${drafts}/${id}/issue`, {}, etag ? { 'If-Match': etag } : {});
  expect(sent).toMatchObject({ status });
  expect((await actor.get(`${drafts}/${id}`)).body).toMatchObject({ version: 1, status: 'draft' });
});

it('of a credit note needs a reason, and one of an invoice takes none', async () => {
  const { id } = await begin({ kind: 'credit_note' });
  expect((await issueDraft(id)).body).toMatchObject({
    status: 422,
    code: 'sales_document_refused',
    errors: [{ pointer: '/reason', code: 'reason_required' }],
  });
  await actor.patch(`${drafts}/${id}`, { reason: 'Bonus of 2025' }, '"1"');
  expect((await issueDraft(id, 2)).body).toMatchObject({ number: 'CN-2026-000001', reason: 'Bonus of 2025' });
  const invoice = await actor.post(drafts, { kind: 'invoice', ...chairs(customer), reason: 'Why not' });
  expect(invoice.body).toMatchObject({ status: 422, errors: [{ pointer: '/reason', code: 'reason_of_invoice' }] });
});

it('whose document is refused stays a draft', async () => {
  const { id } = await begin({ lines: [{ description: 'Chair', quantity: '1', unitPrice: '1', taxCodes: ['VAT99'] }] });
  expect((await issueDraft(id)).body).toMatchObject({ status: 422, errors: [{ pointer: '/lines/0/taxCodes/0' }] });
  expect((await actor.get(`${drafts}/${id}`)).body).toMatchObject({ status: 'draft', version: 1 });
});

describe('for a party', () => {
  it('that there is not is refused', async () => {
    const { body } = await actor.post(drafts, { kind: 'invoice', ...chairs(newId()) });
    expect(body).toMatchObject({ status: 422, errors: [{ pointer: '/partyId', code: 'unknown_party' }] });
  });

  it('that was archived meanwhile is not issued', async () => {
    const { id } = await begin();
    await actor.post(`${PARTIES}/${customer}/archive`, {}, { 'If-Match': '"1"' });
    expect((await issueDraft(id)).body).toMatchObject({ status: 422, errors: [{ code: 'party_archived' }] });
    expect((await actor.get(`${drafts}/${id}`)).body.status).toBe('draft');
  });

  it('that was merged meanwhile is issued to the one that stands for it', async () => {
    const { id } = await begin();
    const survivor = await newCustomer(actor, 'Nordlicht AG');
    await actor.post(`${PARTIES}/${customer}/merge`, { intoPartyId: survivor }, { 'If-Match': '"1"' });
    expect((await issueDraft(id)).body).toMatchObject({ partyId: survivor, buyer: { name: 'Nordlicht AG' } });
  });
});

it('is issued by whoever may issue', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  const { id } = await begin();
  expect((await auditor.get(`${drafts}/${id}`)).status).toBe(200);
  expect((await issueDraft(id, 1, auditor)).status).toBe(403);
  expect((await auditor.delete(`${drafts}/${id}`, '"1"')).status).toBe(403);
  const stranger = await newActor();
  expect((await stranger.get(`${drafts}/${id}`)).status).toBe(404);
  expect((await issueDraft(id, 1, stranger)).status).toBe(404);
});
