import { setTimeout as delay } from 'node:timers/promises';
import { order } from '../support/front-office.js';
import { asOwner } from '../support/owner.js';
import { pay } from '../support/receivables.js';
import { REFUNDS } from '../support/receipts.js';
import {
  invoiceNow,
  issueOpen,
  itemsOf,
  openSettling,
  receive,
  type Settling,
  toldStatuses,
  toldSteps,
} from '../support/settled-invoices.js';
import { SALES, SALES_REFUNDS } from '../support/withheld-sales.js';

const INVOICES = '/v1/accounting/invoices';
const ALLOCATIONS = '/v1/accounting/allocations';
const HOLD_STATUS =
  "SELECT pg_advisory_lock(hashtextextended(concat_ws('/', 'accounting.document_status', $1::uuid, $2::uuid), 0))";
const WAITING = `
  SELECT count(*)::integer AS count FROM pg_locks held
  JOIN pg_locks waiting USING (locktype, database, classid, objid, objsubid)
  WHERE held.locktype = 'advisory' AND held.pid = pg_backend_pid() AND NOT waiting.granted`;
const back = { reversedOn: '2026-07-15', reason: 'Wrong' };

let books: Settling;
beforeEach(async () => {
  books = await openSettling();
});
const steps = (id?: string, kind?: string) => toldSteps(books.actor, id, kind);
async function done(path: string, body: object) {
  const answer = await books.actor.post(path, body);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

describe('a credit note', () => {
  const credit = (id: string, change: object = {}) =>
    done(`${INVOICES}/${id}/credit`, { reason: 'Returned', issuedOn: '2026-03-22', ...change });

  it('tells of its invoice and of itself, once each', async () => {
    const { id } = await issueOpen(books);
    const { id: part } = await credit(id, { lines: [{ position: 1, quantity: '2' }] });
    const { id: rest } = await credit(id);
    expect(await steps(id)).toEqual(['issued > partly_paid, 1000.00', 'partly_paid > credited, 0.00']);
    expect(await steps(part, 'credit_note')).toEqual(['issued > used, 0.00']);
    expect(await steps(rest, 'credit_note')).toEqual(['issued > used, 0.00']);
    const [, credited] = await toldStatuses(books.actor, id);
    expect(credited).toMatchObject({ creditedAmount: '1250.00', writtenOffAmount: '0.00' });
  });

  it('of what is paid settles nothing and is told all the same, and again when it is paid back', async () => {
    const { id, openItemId } = await issueOpen(books);
    await receive(books, '1250.00', { allocations: [{ openItemId, amount: '1250.00' }] });
    const { id: noteId, entryId } = await credit(id);
    expect(await steps(id)).toEqual(['issued > paid, 0.00', 'paid > credited, 0.00']);
    expect(await steps(noteId, 'credit_note')).toEqual([]);
    const [item] = await itemsOf(books.actor, entryId);
    const items = [{ openItemId: item.id, amount: '250.00' }];
    const paidBack = { partyId: books.partyId, refundedOn: '2026-03-25', accountId: books.cashId, items };
    const { id: refundId } = await done(REFUNDS, paidBack);
    await done(`${REFUNDS}/${refundId}/reverse`, back);
    expect(await steps(noteId, 'credit_note')).toEqual([
      'issued > partly_used, 1000.00',
      'partly_used > issued, 1250.00',
    ]);
    expect(await steps(id)).toHaveLength(2);
  });

  it('that is only tried tells nothing', async () => {
    const { id } = await issueOpen(books);
    await done(`${INVOICES}/${id}/credit?dryRun=true`, { reason: 'Returned', issuedOn: '2026-03-22' });
    expect(await steps()).toEqual([]);
    expect(await invoiceNow(books.actor, id)).toMatchObject({ status: 'issued' });
  });
});

describe('a sale', () => {
  it('is told as it was recorded, however it was paid then', async () => {
    await done(SALES, order());
    await done(SALES, order({ externalId: 'order-2', payments: [{ method: 'card', amount: '1000.00' }] }));
    const before = { method: 'card', amount: '1304.90', paidOn: '2026-02-20' };
    const { document } = await done(SALES, order({ externalId: 'order-3', payments: [before] }));
    expect(document).toMatchObject({ status: 'paid', prepaidAmount: '1304.90' });
    expect(await steps()).toEqual([]);
  });

  it('that is paid or taken back later is told by the name that its channel gave it', async () => {
    const { document } = await done(SALES, order({ payments: [] }));
    const [item] = await itemsOf(books.actor, document.entryId);
    const allocations = [{ openItemId: item.id, amount: '1304.90' }];
    await receive(books, '1304.90', { partyId: document.partyId, allocations });
    const refund = { channelCode: 'webshop', externalId: 'refund-1', sale: 'order-1', reason: 'Returned goods' };
    const payments = [{ method: 'card', amount: '1304.90' }];
    await done(SALES_REFUNDS, { ...refund, issuedOn: '2026-03-22', payments });
    expect(await toldStatuses(books.actor)).toMatchObject([
      { subject: document.id, externalSource: 'webshop', externalId: 'order-1', status: 'paid' },
      { subject: document.id, statusBefore: 'paid', status: 'credited', creditedAmount: '1304.90' },
    ]);
    expect(await steps(undefined, 'credit_note')).toEqual([]);
  });
});

describe('what several clients do at once is told as a chain that ends as the invoice is', () => {
  async function expectChain(id: string) {
    const told = await toldStatuses(books.actor, id);
    const before = told.map(({ statusBefore }) => statusBefore);
    expect(before).toEqual(['issued', ...told.slice(0, -1).map(({ status }) => status)]);
    const { status } = await invoiceNow(books.actor, id);
    expect(told.at(-1)).toMatchObject({ status });
    return told.map((one) => one.status);
  }

  it('when each of its instalments is paid', async () => {
    const instalments = Array.from({ length: 5 }, (_, at) => ({ percentage: '20', days: 10 * (at + 1) }));
    await done('/v1/accounting/payment-terms', { code: 'FIFTHS', name: 'Five fifths', instalments });
    const { id, entryId } = await issueOpen(books, { paymentTermsCode: 'FIFTHS' });
    const items: { id: string }[] = await itemsOf(books.actor, entryId);
    const pairs: { debitItemId: string; creditItemId: string }[] = [];
    for (const { id: debitItemId } of items) {
      const { id: creditItemId } = await pay(books.actor, books.partyId, { amount: '250.00' });
      pairs.push({ debitItemId, creditItemId });
    }
    // All have settled their instalment, and none knows of the others, when they look at what became of the invoice.
    const settled = await asOwner(async (client) => {
      await client.query(HOLD_STATUS, [books.actor.organizationId, id]);
      const settling = Promise.all(pairs.map((pair) => done(ALLOCATIONS, { pairs: [pair] })));
      const waiting = async () => (await client.query<{ count: number }>(WAITING)).rows[0]!.count;
      for (let tries = 0; (await waiting()) < 5 && tries < 100; tries++) await delay(50);
      const waited = await waiting();
      await client.query('SELECT pg_advisory_unlock_all()');
      await settling;
      return waited;
    });
    expect(settled).toBe(5);
    expect(await expectChain(id)).toEqual(['partly_paid', 'paid']);
  });

  it('when it is credited while what paid it is taken back', async () => {
    for (let round = 1; round <= 5; round++) {
      const { id, openItemId } = await issueOpen(books);
      const { id: paid } = await pay(books.actor, books.partyId, { amount: '1250.00' });
      const { allocations } = await done(ALLOCATIONS, { pairs: [{ debitItemId: openItemId, creditItemId: paid }] });
      await Promise.all([
        done(`${INVOICES}/${id}/credit`, { reason: 'Returned' }),
        done(`${ALLOCATIONS}/${allocations[0].id}/undo`, {}),
      ]);
      await expectChain(id);
    }
  });
});
