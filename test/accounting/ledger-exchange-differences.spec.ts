import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, type TwoLines } from '../support/ledger-database.js';
import { draftReversal, type EntryRow, inCurrency, type LineRow } from '../support/ledger-entries.js';
import {
  addReceivables,
  type AllocationRow,
  allocationOf,
  differenceEntry,
  draftOfParty,
  type Item,
  postItem,
  type Receivables,
  settle,
  turned,
} from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// What exchange rates make of settled items is posted by an entry that posts this and nothing else, or the allocation is not.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const refused = { code: 'BU468' };

/** 100.00 USD at a rate, charged or paid. */
async function dollars(side: 'charged' | 'paid', rate: string, partyId = own.parties.first): Promise<Item> {
  const draft = await draftOfParty(ledger, own.accounts.receivable, partyId);
  inCurrency(draft, 'USD', '100.00', rate, (Number(rate) * 100).toFixed(2));
  return postItem(ledger, side === 'paid' ? turned(draft) : draft);
}

const gain = (line: Partial<LineRow> = {}, amount = '5.00', header: Partial<EntryRow> = {}) =>
  differenceEntry(
    ledger,
    { account_id: own.accounts.receivable, party_id: own.parties.first, ...line },
    amount,
    header,
  );

/** A charge at 0.90 that is settled by a payment at 0.95: a gain of 5.00, which the entry posts. */
async function settlement(entry: TwoLines, change: Partial<AllocationRow> = {}): Promise<AllocationRow> {
  const functional = { functional_debit: '90.00', functional_credit: '95.00', difference_entry_id: entry.header.id };
  return allocationOf(ledger, await dollars('charged', '0.90'), await dollars('paid', '0.95'), {
    ...functional,
    ...change,
  });
}

it('is accepted with the entry that posts it', async () => {
  const entry = await gain();
  await expectAccepted(settle(ledger, [await settlement(entry)], await redrawn(entry)));
});

/** Numbers are drawn when an entry is drafted; others were posted since. */
async function redrawn(entry: TwoLines): Promise<TwoLines> {
  const { rows } = await ledger.owner.query(
    'SELECT last_number + 1 AS next FROM accounting.number_series WHERE journal_id = $1 AND fiscal_year_id = $2',
    [entry.header.journal_id, entry.header.fiscal_year_id],
  );
  entry.header.number = rows[0]!.next;
  return entry;
}

it.each<[string, () => Promise<TwoLines>]>([
  ['another amount', () => gain({}, '5.01')],
  ['for another party', () => gain({ party_id: own.parties.second })],
  ['in another currency', () => gain({ currency: 'SEK' })],
  ['to another account', () => gain({ account_id: own.accounts.other })],
  [
    'on another day',
    () => gain({}, '5.00', { entry_date: '2026-04-15', period_id: ledger.books.periods['2026-04-01']! }),
  ],
  ['as somebody else', () => gain({}, '5.00', { origin: 'invoice' }).then(ofNobody)],
  ['of nobody', () => gain().then(ofNobody)],
])('is refused with an entry that posts %s', async (_name, faulty) => {
  const entry = await faulty();
  const made = await settlement(entry);
  await expectRefusal(settle(ledger, [made], await redrawn(entry)), refused);
  const right = await gain();
  await expectAccepted(settle(ledger, [{ ...made, difference_entry_id: right.header.id }], right));
});

function ofNobody(entry: TwoLines): TwoLines {
  entry.lines[0].party_id = null;
  return entry;
}

it('is refused with an entry that posts something else besides', async () => {
  const entry = await gain();
  entry.header.line_count = 4;
  entry.header.total = '6.00';
  const [first, second] = entry.lines;
  const besides = { functional_debit: '1.00', account_id: own.accounts.other };
  const lines: LineRow[] = [
    { ...first, ...besides, line_number: 3 },
    { ...second, line_number: 4, credit: '1.00', functional_credit: '1.00' },
  ];
  const made = await settlement(entry);
  const faulty = await redrawn({ header: entry.header, lines: [...entry.lines, ...lines] as never });
  await expectRefusal(settle(ledger, [made], faulty), refused);
});

it('is refused without an entry, and with one that serves another already', async () => {
  const first = await gain();
  const made = await settlement(first);
  await expectRefusal(settle(ledger, [{ ...made, difference_entry_id: null }]), {
    code: '23514',
    constraint: 'allocation_difference',
  });
  await expectRefusal(settle(ledger, [{ ...made, difference_entry_id: newId() }]), refused);
  await settle(ledger, [made], await redrawn(first));
  await expectRefusal(settle(ledger, [await settlement(first)]), refused);
});

it('is posted with its allocation or not at all, and not taken back without it', async () => {
  await expectRefusal(settle(ledger, [], await gain()), refused);
  const entry = await gain();
  await settle(ledger, [await settlement(entry)], await redrawn(entry));
  const reversal = await draftReversal(ledger.owner, ledger.books, entry);
  await expectRefusal(ledger.post(reversal), { code: 'BU464' });
  const bare = structuredClone(reversal);
  bare.lines[0]!.party_id = null;
  await expectRefusal(ledger.post(bare), { code: 'BU462' });
});
