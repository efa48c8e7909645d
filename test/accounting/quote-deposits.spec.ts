import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf } from '../support/actor.js';
import { takeDeposit } from '../support/deposits.js';
import { newBuyer } from '../support/documents-out.js';
import { depositNow, openDeposits } from '../support/invoice-deposits.js';
import { offer, quote, QUOTES, step } from '../support/quotes.js';
import { rowCounts } from '../support/row-counts.js';

const issuedOn = '2026-03-25';
const INVOICES = '/v1/accounting/invoices';

const accepted = (actor: Actor, partyId: string, change: object = {}) =>
  quote(actor, offer(partyId, change), [
    ['send', { sentOn: '2026-03-05' }],
    ['accept', { answeredOn: '2026-03-20' }],
  ]);

/** A seller, a quote of 1,250.00 that the customer has accepted, and a deposit of 400.00 for it. */
async function openQuote() {
  const books = await openDeposits();
  const { id } = await accepted(books.actor, books.customer);
  const deposit = await books.deposit({ amount: '400.00' });
  return { ...books, id, deposit, deposits: [{ depositItemId: deposit.id, amount: '400.00' }] };
}

const read = async (actor: Actor, id: string) => (await actor.get(`${QUOTES}/${id}`)).body;

describe('a quote that was accepted with a deposit', () => {
  it('becomes an invoice that the deposit is applied to, as one that is issued with it', async () => {
    const { actor, id, deposit, deposits } = await openQuote();
    const { status, body } = await step(actor, id, 'invoice', { issuedOn, deposits });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        status: 'converted',
        documentId: body.invoice.id,
        invoice: {
          number: 'INV-2026-000001',
          status: 'partly_paid',
          totals: { payable: '1250.00' },
          paidAtIssue: '400.00',
          dueAtIssue: '850.00',
          openAmount: '850.00',
          prepaidAmount: '400.00',
          entry: { lines: [{ accountCode: '1100', debit: '1250.00' }, {}, {}] },
        },
      },
    });
    expect(await depositNow(actor, deposit.id)).toBe('0.00');
    const { entry, ...invoice } = body.invoice;
    expect((await actor.get(`${INVOICES}/${invoice.id}`)).body).toEqual(invoice);
    expect((await actor.get(`/v1/accounting/journal-entries/${invoice.entryId}`)).body).toEqual(entry);
    const { body: applied } = await actor.get('/v1/accounting/deposit-applications');
    expect(applied.data).toMatchObject([{ amount: '400.00', appliedOn: issuedOn }]);
  });

  it('rehearsed shows all of it, and keeps nothing', async () => {
    const { actor, id, deposits } = await openQuote();
    const before = await rowCounts(actor.organizationId);
    const { version } = await read(actor, id);
    const match = { 'If-Match': `"${version}"` };
    const at = `${QUOTES}/${id}/invoice`;
    const rehearsed = await actor.post(`${at}?dryRun=true`, { issuedOn, deposits }, match);
    expect(await rowCounts(actor.organizationId)).toEqual(before);
    expect(await read(actor, id)).toMatchObject({ status: 'accepted', version });
    const real = await actor.post(at, { issuedOn, deposits }, match);
    expect([rehearsed.status, real.status]).toEqual([200, 200]);
    const said = ({ status, version: now, invoice }: Record<string, unknown>) => {
      const { number, totals, lines, paidAtIssue, dueAtIssue } = invoice as Record<string, unknown>;
      return { status, now, number, totals, lines, paidAtIssue, dueAtIssue };
    };
    expect(said(rehearsed.body)).toEqual(said(real.body));
  });

  it('takes a deposit once, however many quotes ask for it at once', async () => {
    const { actor, customer, id, deposit, deposits } = await openQuote();
    const others = await Promise.all([1, 2, 3].map(() => accepted(actor, customer)));
    const all = [id, ...others.map((one) => one.id)];
    const answers = await Promise.all(all.map((one) => step(actor, one, 'invoice', { issuedOn, deposits })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    const codes = answers.flatMap(({ status, body }) => (status === 200 ? [] : [body.code]));
    expect(codes).toEqual(['over_allocated', 'over_allocated', 'over_allocated']);
    expect(await depositNow(actor, deposit.id)).toBe('0.00');
    expect((await actor.get(INVOICES)).body.data).toHaveLength(1);
    expect((await actor.get(`${QUOTES}?status=accepted`)).body.data).toHaveLength(3);
  });
});

describe('what cannot be taken in', () => {
  it.each<[string, object, string, [number, string, string]]>([
    ['has less left', {}, '400.01', [409, 'over_allocated', '/deposits/0/amount over_allocated']],
    [
      'is dated later',
      { receivedOn: '2026-03-26' },
      '1.00',
      [422, 'sales_document_refused', '/deposits/0/depositItemId deposit_too_late'],
    ],
    [
      'comes to more than the quote',
      { amount: '2000.00' },
      '1250.01',
      [422, 'sales_document_refused', '/deposits deposits_beyond_invoice'],
    ],
  ])('%s', async (_, change, amount, [status, code, fault]) => {
    const { actor, customer, deposit } = await openDeposits();
    const { id } = await accepted(actor, customer);
    const { id: depositItemId } = await deposit({ amount: '400.00', ...change });
    const answer = await step(actor, id, 'invoice', { issuedOn, deposits: [{ depositItemId, amount }] });
    const faults = answer.body.errors.map((one: Record<string, string>) => `${one['pointer']} ${one['code']}`);
    expect([answer.status, answer.body.code, faults]).toEqual([status, code, [fault]]);
    expect(await read(actor, id)).toMatchObject({ status: 'accepted', documentId: null });
    expect((await actor.get(INVOICES)).body.data).toEqual([]);
  });

  it('is not told of where it is of another customer, another organization, or nothing', async () => {
    const { actor, clearing, id } = await openQuote();
    const other = await openQuote();
    const neighbour = await newBuyer(actor, { name: 'Another GmbH' });
    const theirs = await takeDeposit(actor, neighbour, clearing);
    const refusal = async (depositItemId: string) => {
      const { status, body } = await step(actor, id, 'invoice', {
        issuedOn,
        deposits: [{ depositItemId, amount: '1.00' }],
      });
      const { message, ...fault } = body.errors[0];
      return { status, fault, message: message.replace(depositItemId, 'it') };
    };
    expect(await refusal(theirs.id)).toMatchObject({ status: 422, fault: { code: 'other_party' } });
    expect(await refusal(other.deposit.id)).toEqual(await refusal(newId()));
    expect(await depositNow(other.actor, other.deposit.id)).toBe('400.00');
  });

  it('is for whoever may apply deposits', async () => {
    const { actor, id, deposit, deposits } = await openQuote();
    const permissions = ['accounting.sales_document.issue', 'accounting.sales_document.read'];
    await actor.post('/v1/identity/roles', { code: 'seller', name: 'Seller', permissions });
    const seller = await colleagueOf(actor, ['seller']);
    expect(await step(seller, id, 'invoice', { issuedOn, deposits })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await depositNow(actor, deposit.id)).toBe('400.00');
    expect(await step(seller, id, 'invoice', { issuedOn })).toMatchObject({ status: 200 });
  });
});
