import { newId } from '#kernel/id.js';
import {
  brokenCheck,
  createLedgerDatabase,
  type LedgerDatabase,
  noSuchRow,
  type TwoLines,
} from '../support/ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, type LineRow } from '../support/ledger-entries.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});

afterAll(() => ledger?.close());

const draft = () => draftEntry(ledger.owner, ledger.books) as Promise<TwoLines>;

/** Expects the faulty reversal of the original to be refused, and the true one to be accepted. */
async function expectMended(original: EntryDraft, fault: (reversal: TwoLines) => unknown, refusal: Refusal) {
  const reversal = (await draftReversal(ledger.owner, ledger.books, original)) as TwoLines;
  const faulty = structuredClone(reversal);
  fault(faulty);
  await expectRefusal(ledger.post(faulty), refusal);
  await expectAccepted(ledger.post(reversal));
}

describe('a reversal mirrors its original', () => {
  const faults: [name: string, fault: (reversal: TwoLines) => unknown, refusal?: Refusal][] = [
    ['another account', ({ lines: [first] }) => (first.account_id = ledger.books.accounts['1910']!)],
    [
      'another amount',
      ({ header, lines: [first, second] }) => {
        Object.assign(first, { credit: '99.00', functional_credit: '99.00' });
        Object.assign(second, { debit: '99.00', functional_debit: '99.00' });
        header.total = '99.00';
      },
    ],
    [
      'the same sides again',
      ({ lines: [first, second] }) => {
        Object.assign(first, { debit: '100.00', functional_debit: '100.00', credit: '0', functional_credit: '0' });
        Object.assign(second, { debit: '0', functional_debit: '0', credit: '100.00', functional_credit: '100.00' });
      },
    ],
    [
      'its lines in another order',
      ({ lines: [first, second] }) => {
        first.line_number = 2;
        second.line_number = 1;
      },
    ],
    [
      'lines beyond the mirror',
      ({ header, lines }) => {
        const [first, second] = lines;
        const further = [
          { ...first, line_number: 3, credit: '10.00', functional_credit: '10.00' },
          { ...second, line_number: 4, debit: '10.00', functional_debit: '10.00' },
        ];
        (lines as LineRow[]).push(...further);
        Object.assign(header, { line_count: 4, total: '110.00' });
      },
    ],
    ['another kind', ({ header }) => (header.kind = 'opening')],
    [
      'an earlier date',
      (reversal) => {
        Object.assign(reversal.header, { period_id: ledger.books.periods['2026-02-01'], entry_date: '2026-02-28' });
        for (const line of reversal.lines) line.entry_date = '2026-02-28';
      },
    ],
    [
      'an original that does not exist',
      ({ header }) => (header.reversal_of = newId()),
      noSuchRow('journal_entry_reversal_fk'),
    ],
    ['itself as its original', ({ header }) => (header.reversal_of = header.id), brokenCheck('journal_entry_check')],
  ];

  it.each(faults)('refuses %s', async (_, fault, refusal = { code: 'BU105' }) => {
    const original = await draft();
    await ledger.post(original);
    await expectMended(original, fault, refusal);
  });

  it.each([
    ['another currency', { currency: 'CHF' }],
    ['another rate', { exchange_rate: '0.9151' }],
  ])('refuses %s', async (_, change) => {
    const original = await draft();
    // 1.00 at 0.915 and at 0.9151 are both 0.92: only the mirror tells.
    for (const line of original.lines)
      Object.assign(line, { currency: 'USD', exchange_rate: '0.915', exchange_rate_source: 'Test' });
    Object.assign(original.lines[0], { debit: '1.00', functional_debit: '0.92' });
    Object.assign(original.lines[1], { credit: '1.00', functional_credit: '0.92' });
    original.header.total = '0.92';
    await ledger.post(original);
    await expectMended(original, ({ lines }) => lines.forEach((line) => Object.assign(line, change)), {
      code: 'BU105',
    });
  });

  it('refuses the original of another legal entity', async () => {
    const original = await draftEntry(ledger.owner, ledger.sister);
    await ledger.post(original);
    const reversal = await draftReversal(ledger.owner, ledger.sister, original);
    const faulty = await draft();
    faulty.header.reversal_of = original.header.id;
    await expectRefusal(ledger.post(faulty), { code: 'BU105' });
    await ledger.post(reversal);
  });

  it('refuses the original of another organization', async () => {
    const { owner, stranger } = ledger;
    const original = await draftEntry(owner, stranger);
    await ledger.postAs(stranger.organizationId, original);
    const faulty = await draft();
    faulty.header.reversal_of = original.header.id;
    await expectRefusal(ledger.post(faulty), noSuchRow('journal_entry_reversal_fk'));
  });

  it('refuses a second reversal, and the reversal of a reversal', async () => {
    const original = await draft();
    await ledger.post(original);
    const first = await draftReversal(ledger.owner, ledger.books, original);
    await ledger.post(first);
    const second = await draftReversal(ledger.owner, ledger.books, original);
    await expectRefusal(ledger.post(second), { code: '23505', constraint: 'journal_entry_reversal_key' });
    const back = await draftReversal(ledger.owner, ledger.books, first);
    await expectRefusal(ledger.post(back), { code: 'BU105' });
    // The next number is still there for an entry of its own.
    back.header.reversal_of = null;
    await ledger.post(back);
  });

  it('accepts an entry and its reversal in one statement', async () => {
    const original = await draft();
    const reversal = await draftReversal(ledger.owner, ledger.books, original);
    reversal.header.number++;
    await expectAccepted(ledger.post(original, reversal));
  });
});
