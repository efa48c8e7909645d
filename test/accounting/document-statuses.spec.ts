import { addBankAccount } from '../support/bank-statements.js';
import { addStatement, bankMatches } from '../support/bank-matching.js';
import { APPLICATIONS, takeDeposit } from '../support/deposits.js';
import { pay } from '../support/receivables.js';
import { RECEIPTS, WRITE_OFFS } from '../support/receipts.js';
import {
  issueOpen,
  openSettling,
  receive,
  type Settling,
  toldStatuses,
  toldSteps,
  writeOff,
} from '../support/settled-invoices.js';

const ALLOCATIONS = '/v1/accounting/allocations';
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

describe('what became of an invoice is told once, when it was settled', () => {
  it('by a receipt, with all that a shop has to know', async () => {
    const key = { externalSource: 'webshop', externalId: 'order-1' };
    const { id, legalEntityId, openItemId } = await issueOpen(books, key);
    expect(await toldStatuses(books.actor)).toEqual([]);
    const { id: receiptId } = await receive(books, '1250.00', { allocations: [{ openItemId, amount: '1250.00' }] });
    expect(await toldStatuses(books.actor)).toEqual([
      {
        subject: id,
        documentId: id,
        legalEntityId,
        number: 'INV-2026-000001',
        partyId: books.partyId,
        ...key,
        statusBefore: 'issued',
        status: 'paid',
        currency: 'EUR',
        payable: '1250.00',
        openAmount: '0.00',
        creditedAmount: '0.00',
        writtenOffAmount: '0.00',
      },
    ]);
    await done(`${RECEIPTS}/${receiptId}/reverse`, back);
    expect(await steps(id)).toEqual(['issued > paid, 0.00', 'paid > issued, 1250.00']);
  });

  it('by receipts in parts, with discounts and differences, of several invoices', async () => {
    const [one, other] = [await issueOpen(books), await issueOpen(books)];
    const parts = [
      { openItemId: one.openItemId, amount: '1249.99' },
      { openItemId: other.openItemId, amount: '100.00' },
    ];
    await receive(books, '1349.99', { allocations: parts.slice(0, 2), differenceTolerance: '0.01' });
    expect(await steps(one.id)).toEqual(['issued > paid, 0.00']);
    expect(await steps(other.id)).toEqual(['issued > partly_paid, 1150.00']);
    // Another part changes no status.
    await receive(books, '50.00', { allocations: [{ openItemId: other.openItemId, amount: '50.00' }] });
    expect(await steps()).toHaveLength(2);
  });

  it('by hand, automatically, and back', async () => {
    const { id, openItemId } = await issueOpen(books);
    const { id: paid } = await pay(books.actor, books.partyId, { amount: '1000.00' });
    const { allocations } = await done(ALLOCATIONS, { pairs: [{ debitItemId: openItemId, creditItemId: paid }] });
    await pay(books.actor, books.partyId, { amount: '250.00' });
    await done(`${ALLOCATIONS}/automatic?dryRun=true`, { partyId: books.partyId });
    await done(`${ALLOCATIONS}/automatic`, { partyId: books.partyId });
    await done(`${ALLOCATIONS}/${allocations[0].id}/undo`, {});
    expect(await steps(id)).toEqual([
      'issued > partly_paid, 250.00',
      'partly_paid > paid, 0.00',
      'paid > partly_paid, 1000.00',
    ]);
  });

  it('by a write-off, and its reversal', async () => {
    const { id, openItemId } = await issueOpen(books);
    await receive(books, '250.00', { allocations: [{ openItemId, amount: '250.00' }] });
    const { id: writeOffId } = await writeOff(books, openItemId);
    await done(`${WRITE_OFFS}/${writeOffId}/reverse`, back);
    expect(await steps(id)).toEqual([
      'issued > partly_paid, 1000.00',
      'partly_paid > written_off, 0.00',
      'written_off > partly_paid, 1000.00',
    ]);
    const told = await toldStatuses(books.actor, id);
    expect(told.map(({ writtenOffAmount }) => writtenOffAmount)).toEqual(['0.00', '1000.00', '0.00']);
  });

  it('by a deposit, and when that is taken back', async () => {
    const { id, openItemId } = await issueOpen(books);
    const deposit = await takeDeposit(books.actor, books.partyId, books.cashId, { amount: '1250.00' });
    const { id: applicationId } = await done(APPLICATIONS, {
      partyId: books.partyId,
      depositItemId: deposit.id,
      appliedOn: '2026-03-10',
      allocations: [{ openItemId, amount: '1250.00' }],
    });
    await done(`${APPLICATIONS}/${applicationId}/reverse`, back);
    expect(await steps(id)).toEqual(['issued > paid, 0.00', 'paid > issued, 1250.00']);
  });

  it('by the deposits that it takes in when it is issued', async () => {
    const wanted = [];
    for (const amount of ['300.00', '200.00']) {
      const deposit = await takeDeposit(books.actor, books.partyId, books.cashId, { amount });
      wanted.push({ depositItemId: deposit.id, amount });
    }
    const { id } = await issueOpen(books, { deposits: wanted });
    expect(await steps(id)).toEqual(['issued > partly_paid, 750.00']);
  });

  it('by a line of the bank, and when its match is undone', async () => {
    const { id, openItemId } = await issueOpen(books);
    await addBankAccount(books.actor, {});
    const [line] = await addStatement(books.actor, {
      closing: '1350.00',
      lines: [['2026-03-20', '1250.00', 'Invoice 1', 'B-1']],
    });
    const lines = [{ amount: '1250.00', partyId: books.partyId, settles: [{ openItemId }] }];
    const { id: matchId } = await done('/v1/accounting/bank-line-entries', { statementLineId: line!.id, lines });
    await done(`${bankMatches}/${matchId}/undo`, { reason: 'Wrong' });
    expect(await steps(id)).toEqual(['issued > paid, 0.00', 'paid > issued, 1250.00']);
  });
});
