import { newId } from '#kernel/id.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

/** What a document says whose amount no item of the furnishing has, without taxes, so that rates stay free to change. */
export const soldTo = (partyId: string, unitPrice = '50') => ({
  partyId,
  issuedOn: '2026-01-05',
  lines: [{ description: 'Chair', quantity: '1', unitPrice, taxCodes: [], accountCode: '3000' }],
});

/** The same, again and again, as drafts: the furnished customer may be in another state by then. */
export const recurring = (partyId: string) => {
  const { issuedOn: startsOn, ...content } = soldTo(partyId);
  return { ...content, name: 'Chairs', mode: 'draft', frequency: 'yearly', startsOn };
};

/** An offer of the same. */
export const offered = (partyId: string) => {
  const { issuedOn: _, ...content } = soldTo(partyId);
  return content;
};

/** A sale as the furnished channel hands it over. */
export const sale = (partyId: string, externalId: string) => {
  const { partyId: _, ...said } = soldTo(partyId);
  return { ...said, channelCode: 'shop', externalId, customer: { partyId } };
};

/** The same over two months, of which the first is over. */
const served = (partyId: string) => {
  const { lines, ...said } = soldTo(partyId);
  const service = { from: '2026-01-01', through: '2026-02-28' };
  return { ...said, lines: lines.map((line) => ({ ...line, service })) };
};

/** An invoice, one that is deferred, a credit note, a draft, quotes and a sale for the customer that has items. */
export async function furnishSales(actor: Actor): Promise<void> {
  const { body: items } = await actor.get('/v1/accounting/open-items?limit=1');
  const { partyId } = items.data[0];
  const { body: party } = await actor.get(`/v1/accounting/parties/${partyId}`);
  const answers = [
    await actor.patch(`/v1/accounting/parties/${partyId}`, { receivableAccountCode: '1590' }, `"${party.version}"`),
    await actor.post('/v1/accounting/invoices', soldTo(partyId)),
    await actor.post('/v1/accounting/accounts', { code: '2970', name: 'Deferred revenue', type: 'liability' }),
    await actor.post('/v1/accounting/posting-accounts', { purpose: 'deferred_revenue', accountCode: '2970' }),
    await actor.post('/v1/accounting/invoices', served(partyId)),
    await actor.post('/v1/accounting/credit-notes', { ...soldTo(partyId, '25'), reason: 'Bonus' }),
    await actor.post('/v1/accounting/sales-drafts', { kind: 'invoice', ...soldTo(partyId) }),
    await actor.post('/v1/accounting/recurring-invoices', recurring(partyId)),
    await actor.post('/v1/accounting/recurring-invoices/run', { through: '2026-01-05' }),
    await actor.post('/v1/accounting/sales-channels', { code: 'shop', name: 'Shop' }),
    await actor.post('/v1/accounting/sales-documents', sale(partyId, 'furnished')),
  ];
  const { body: quote } = await actor.post('/v1/accounting/quotes', offered(partyId));
  const days = [{ sentOn: '2026-01-05' }, { answeredOn: '2026-01-06' }, { issuedOn: '2026-01-07' }];
  for (const [at, verb] of ['send', 'accept', 'convert'].entries()) {
    const match = { 'If-Match': `"${at + 1}"` };
    answers.push(await actor.post(`/v1/accounting/quotes/${quote.id}/${verb}`, days[at], match));
  }
  answers.push(await actor.post('/v1/accounting/quotes', offered(partyId)));
  for (const { status, text } of answers) {
    if (status > 201) throw new Error(`the document was answered ${text}`);
  }
  // As a job leaves it behind.
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO accounting.sales_batch (organization_id, id, legal_entity_id, recorded, existing, refused, results)
       VALUES ($1, $2, $3, 0, 0, 0, '[]')`,
      [actor.organizationId, newId(), actor.legalEntityId],
    ),
  );
}
