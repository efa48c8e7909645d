import { RECEIPTS, WRITE_OFFS } from '../support/receipts.js';
import {
  invoiceNow,
  issueOpen,
  itemsOf,
  openSettling,
  receive,
  type Settling,
  writeOff,
} from '../support/settled-invoices.js';

const INVOICES = '/v1/accounting/invoices';
const back = { reversedOn: '2026-07-15', reason: 'The customer pays after all' };

let books: Settling;
beforeEach(async () => {
  books = await openSettling();
});
const now = (id: string) => invoiceNow(books.actor, id);
const withStatus = async (status: string) =>
  (await books.actor.get(`${INVOICES}?status=${status}`)).body.data.map(({ id }: { id: string }) => id);

describe('an invoice that is written off', () => {
  it('is not told as paid, and is issued again when the write-off is reversed', async () => {
    const { id, openItemId } = await issueOpen(books);
    const { id: writeOffId } = await writeOff(books, openItemId);
    const writtenOff = {
      status: 'written_off',
      openAmount: '0.00',
      writtenOffAmount: '1250.00',
      creditedAmount: '0.00',
    };
    expect(await now(id)).toMatchObject(writtenOff);
    expect([await withStatus('written_off'), await withStatus('paid')]).toEqual([[id], []]);
    await books.actor.post(`${WRITE_OFFS}/${writeOffId}/reverse`, back);
    expect(await now(id)).toMatchObject({ status: 'issued', openAmount: '1250.00', writtenOffAmount: '0.00' });
    expect(await withStatus('written_off')).toEqual([]);
    await receive(books, '1250.00', { receivedOn: '2026-07-20', allocations: [{ openItemId, amount: '1250.00' }] });
    expect(await now(id)).toMatchObject({ status: 'paid', writtenOffAmount: '0.00' });
  });

  it('in part is open in part; what closes it later leaves it written off', async () => {
    const { id, openItemId } = await issueOpen(books);
    const { id: writeOffId } = await writeOff(books, openItemId, { amount: '250.00' });
    expect(await now(id)).toMatchObject({ status: 'partly_paid', openAmount: '1000.00', writtenOffAmount: '250.00' });
    await receive(books, '1000.00', { receivedOn: '2026-07-01', allocations: [{ openItemId, amount: '1000.00' }] });
    expect(await now(id)).toMatchObject({ status: 'written_off', openAmount: '0.00', writtenOffAmount: '250.00' });
    await books.actor.post(`${WRITE_OFFS}/${writeOffId}/reverse`, back);
    expect(await now(id)).toMatchObject({ status: 'partly_paid', openAmount: '250.00', writtenOffAmount: '0.00' });
  });

  it('counts every write-off of each of its instalments', async () => {
    const terms = {
      name: 'Two halves',
      instalments: [
        { percentage: '50', days: 10 },
        { percentage: '50', days: 40 },
      ],
    };
    const { body } = await books.actor.post('/v1/accounting/payment-terms', { code: 'HALVES', ...terms });
    const { id, entryId } = await issueOpen(books, { paymentTermsCode: body.code });
    const [first, second] = await itemsOf(books.actor, entryId);
    await writeOff(books, first.id);
    expect(await now(id)).toMatchObject({ status: 'partly_paid', openAmount: '625.00', writtenOffAmount: '625.00' });
    await writeOff(books, second.id, { amount: '600.00' });
    await writeOff(books, second.id);
    expect(await now(id)).toMatchObject({ status: 'written_off', writtenOffAmount: '1250.00' });
  });

  it('and credited wholly is credited', async () => {
    const { id, openItemId } = await issueOpen(books);
    await writeOff(books, openItemId, { amount: '250.00' });
    await books.actor.post(`${INVOICES}/${id}/credit`, { reason: 'Returned', issuedOn: '2026-07-01' });
    expect(await now(id)).toMatchObject({
      status: 'credited',
      openAmount: '0.00',
      writtenOffAmount: '250.00',
      creditedAmount: '1250.00',
    });
  });
});

it('a small difference that a receipt takes off leaves an invoice paid', async () => {
  const { id, openItemId } = await issueOpen(books);
  const allocations = [{ openItemId, amount: '1249.00' }];
  const { id: receiptId } = await receive(books, '1249.00', { allocations, differenceTolerance: '1.00' });
  expect(await now(id)).toMatchObject({ status: 'paid', openAmount: '0.00', writtenOffAmount: '0.00' });
  expect((await books.actor.get(`${RECEIPTS}/${receiptId}`)).body.parts).toHaveLength(2);
});

it('sales are answered with what is written off of them, and their credit notes are used as ever', async () => {
  const sale = { channelCode: 'webshop', externalId: 'order-1', customer: { partyId: books.partyId } };
  const lines = [{ description: 'Chair', quantity: '1', unitPrice: '100', taxCodes: ['VAT25'] }];
  const body = { ...sale, issuedOn: '2026-03-05', lines, payments: [] };
  const { body: made } = await books.actor.post('/v1/accounting/sales-documents', body);
  const { id, entryId } = made.document;
  expect(made.document).toMatchObject({ status: 'issued', writtenOffAmount: '0.00' });
  expect(await now(id)).toEqual(made.document);
  const [item] = await itemsOf(books.actor, entryId);
  await writeOff(books, item.id);
  const again = await books.actor.post('/v1/accounting/sales-documents', body);
  expect(again.body).toMatchObject({
    outcome: 'existing',
    document: { status: 'written_off', writtenOffAmount: '125.00' },
  });
});
