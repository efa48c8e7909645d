import { brokenCheck, createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftReversal, type EntryDraft } from '../support/ledger-entries.js';
import { setPeriod } from '../support/ledger-fixture.js';
import {
  addReceivables,
  allocationOf,
  draftOfParty,
  postItem,
  type Receivables,
  settle,
  turned,
  undoingOf,
  within,
} from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps items and what they are settled with.

let ledger: LedgerDatabase;
let own: Receivables;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());

const draft = (party: string | null = own.parties.first, account = own.accounts.receivable, header = {}) =>
  draftOfParty(ledger, account, party, header);
const charge = async (...of: Parameters<typeof draft>) => postItem(ledger, await draft(...of));
const credit = async (...of: Parameters<typeof draft>) => postItem(ledger, turned(await draft(...of)));
const openOf = async (id: string) =>
  (
    await ledger.owner.query('SELECT party_id, open_amount, functional_open FROM accounting.open_item WHERE id = $1', [
      id,
    ])
  ).rows[0];
const april = () => ({ entry_date: '2026-04-15', period_id: ledger.books.periods['2026-04-01']! });

describe('a line of a party', () => {
  it('stands on an account that controls receivables or payables', async () => {
    await expectRefusal(ledger.post(await draft(own.parties.first, ledger.books.accounts['1930'])), { code: 'BU460' });
    await expectAccepted(ledger.post(await draft(own.parties.first, own.accounts.payable)));
  });

  it('is of a party of its own legal entity', async () => {
    await expectRefusal(ledger.post(await draft(own.parties.ofSister)), { code: 'BU461' });
    await expectRefusal(ledger.post(await draft(own.accounts.payable)), { code: 'BU461' });
  });

  it('falls due only where it has a party', async () => {
    const due = await draft();
    due.lines[1].due_on = '2026-04-01';
    await expectRefusal(ledger.post(due), brokenCheck('journal_line_due_of_party'));
  });

  it('has an amount in its currency, apart from entries of allocations', async () => {
    const bare = await draft();
    Object.assign(bare.lines[0], { currency: 'USD', debit: '0', credit: '0' });
    await expectRefusal(ledger.post(bare), { code: 'BU464' });
  });
});

describe('a reversal', () => {
  it.each([
    ['another party', (lines: EntryDraft['lines']) => Object.assign(lines[0]!, { party_id: own.parties.second })],
    ['no party', (lines: EntryDraft['lines']) => Object.assign(lines[0]!, { party_id: null, due_on: null })],
    ['another due date', (lines: EntryDraft['lines']) => Object.assign(lines[0]!, { due_on: '2026-05-01' })],
  ])('does not name %s than its original', async (_name, change) => {
    const original = await draft();
    original.lines[0].due_on = '2026-04-30';
    const { id } = await postItem(ledger, original);
    const mirrored = await draftReversal(ledger.owner, ledger.books, original);
    const faulty = structuredClone(mirrored);
    change(faulty.lines);
    await expectRefusal(ledger.post(faulty), { code: 'BU462' });
    await expectAccepted(ledger.post(mirrored));
    expect(await openOf(id)).toMatchObject({ open_amount: '0.00', functional_open: '0.00' });
  });

  it('waits until nothing of its original is settled, and settles it from when it is open again', async () => {
    const [debit, paid] = [await charge(), await credit()];
    const made = allocationOf(ledger, debit, paid, {
      amount: '40.00',
      functional_debit: '40.00',
      functional_credit: '40.00',
    });
    await settle(ledger, [made]);
    const reversal = await draftReversal(ledger.owner, ledger.books, debit.entry);
    await expectRefusal(ledger.post(reversal), { code: 'BU463' });
    await settle(ledger, [undoingOf(made, { effective_on: '2026-05-02' })]);
    await expectAccepted(ledger.post(reversal));
    const { rows } = await ledger.owner.query(
      'SELECT effective_on::text FROM accounting.allocation WHERE group_id = $1',
      [reversal.header.id],
    );
    expect(rows).toEqual([{ effective_on: '2026-05-02' }]);
  });
});

describe('an allocation', () => {
  it.each<[string, () => Promise<Parameters<typeof allocationOf>>]>([
    ['of two debits', async () => [ledger, await charge(), await charge()]],
    [
      'of an item with itself',
      async () => {
        const one = await charge();
        return [ledger, one, one];
      },
    ],
    ['with the sides turned', async () => [ledger, await credit(), await charge()]],
    ['of two parties', async () => [ledger, await charge(), await credit(own.parties.second)]],
    ['of two accounts', async () => [ledger, await charge(), await credit(own.parties.first, own.accounts.other)]],
    [
      'for another legal entity',
      async () => [ledger, await charge(), await credit(), { legal_entity_id: ledger.sister.legalEntityId }],
    ],
    [
      'for a legal entity that there is not, of two parties',
      async () => [ledger, await charge(), await credit(own.parties.second), { legal_entity_id: own.parties.first }],
    ],
    [
      'of parts of a cent',
      async () => [
        ledger,
        await charge(),
        await credit(),
        { amount: '0.001', functional_debit: '0.001', functional_credit: '0.001' },
      ],
    ],
  ])('%s is refused', async (_name, faulty) => {
    await expectRefusal(settle(ledger, [allocationOf(...(await faulty()))]), { code: 'BU465' });
  });

  it('of two currencies is refused', async () => {
    const dollars = await draft();
    for (const line of dollars.lines)
      Object.assign(line, { currency: 'USD', exchange_rate: '1', exchange_rate_source: 'x' });
    const item = await postItem(ledger, turned(dollars));
    await expectRefusal(settle(ledger, [allocationOf(ledger, await charge(), item)]), { code: 'BU465' });
  });

  it('takes effect on the days of its items or later, in a period that is open', async () => {
    const [debit, paid] = [await charge(), await credit(own.parties.first, own.accounts.receivable, april())];
    const on = (effective_on: string) => settle(ledger, [allocationOf(ledger, debit, paid, { effective_on })]);
    await expectRefusal(on('2026-04-14'), { code: 'BU466' });
    await expectRefusal(on('2027-01-01'), { code: 'BU467' });
    await expectRefusal(on('infinity'), { code: 'BU467' });
    await setPeriod(ledger.app, ledger.books, '2026-06-01', 'soft_closed');
    await setPeriod(ledger.app, ledger.books, '2026-06-01', 'locked');
    await expectRefusal(on('2026-06-15'), { code: 'BU467' });
    await expectAccepted(on('2026-04-15'));
  });

  it('settles no more than is open, in both currencies, and leaves nothing behind', async () => {
    const [debit, paid, more] = [await charge(), await credit(), await credit()];
    const of = (amount: string, functional: string, other = paid) =>
      allocationOf(ledger, debit, other, { amount, functional_debit: functional, functional_credit: functional });
    await expectRefusal(settle(ledger, [of('100.01', '100.00')]), brokenCheck('open_item_open_amount'));
    await expectRefusal(settle(ledger, [of('100.00', '100.01')]), brokenCheck('open_item_open_amount'));
    await expectRefusal(
      settle(ledger, [of('60.00', '60.00'), of('60.00', '60.00', more)]),
      brokenCheck('open_item_open_amount'),
    );
    await expectRefusal(settle(ledger, [of('100.00', '99.99')]), brokenCheck('open_item_settled_wholly'));
    await expectRefusal(settle(ledger, [of('NaN', 'NaN')]), brokenCheck('open_item_open_amount'));
    await expectRefusal(settle(ledger, [of('0.00', '0.00')]), brokenCheck('allocation_amount_check'));
    await expectAccepted(settle(ledger, [of('60.00', '60.00'), of('40.00', '40.00', more)]));
    expect(await openOf(debit.id)).toMatchObject({ open_amount: '0.00', functional_open: '0.00' });
  });

  it('is undone once, as it was made, and its items are settled again only from then on', async () => {
    const [debit, paid] = [await charge(), await credit()];
    const made = allocationOf(ledger, debit, paid);
    await settle(ledger, [made]);
    const undoing = undoingOf(made, { effective_on: '2026-05-02' });
    const other = { amount: '-50.00', functional_debit: '-50.00', functional_credit: '-50.00' };
    await expectRefusal(settle(ledger, [{ ...undoing, ...other }]), { code: 'BU465' });
    await expectRefusal(settle(ledger, [{ ...undoing, effective_on: '2026-03-14' }]), { code: 'BU466' });
    await expectRefusal(settle(ledger, [{ ...undoing, undoes: null }]), brokenCheck('allocation_undone_sign'));
    await expectAccepted(settle(ledger, [undoing]));
    await expectRefusal(settle(ledger, [undoingOf(made, { effective_on: '2026-05-03' })]), {
      code: '23505',
      constraint: 'allocation_undone_key',
    });
    const again = (effective_on: string) => settle(ledger, [allocationOf(ledger, debit, paid, { effective_on })]);
    await expectRefusal(again('2026-05-01'), { code: 'BU466' });
    await expectAccepted(again('2026-05-02'));
  });
});

describe('items', () => {
  it.each([
    ['open_item', 'UPDATE accounting.open_item SET open_amount = 0, functional_open = 0', '42501'],
    ['open_item', 'DELETE FROM accounting.open_item', '42501'],
    ['open_item', 'INSERT INTO accounting.open_item SELECT * FROM accounting.open_item', '42501'],
    ['open_item', 'TRUNCATE accounting.open_item CASCADE', '42501'],
    ['allocation', 'UPDATE accounting.allocation SET amount = 1', '42501'],
    ['allocation', 'DELETE FROM accounting.allocation', '42501'],
  ])('of %s are written by nobody: %s', async (_table, text, code) => {
    await charge();
    await expectRefusal(
      within(ledger, () => ledger.app.query(text)),
      { code },
    );
  });

  it('are held by their own organization only', async () => {
    const { id } = await charge();
    const hold = () =>
      ledger.app.query('SELECT accounting.hold_open_items($1, $2)', [ledger.stranger.organizationId, [id]]);
    await expectRefusal(within(ledger, hold), { code: 'BU001' });
  });

  it('follow a party that is merged, also those of later lines', async () => {
    const { first, second } = own.parties;
    const [before, paid] = [await charge(), await credit(second)];
    const merge = "UPDATE accounting.party SET status = 'merged', survivor_id = $2 WHERE id = $1";
    await within(ledger, () => ledger.app.query(merge, [first, second]));
    expect(await openOf(before.id)).toMatchObject({ party_id: second });
    const after = await charge(first);
    expect(await openOf(after.id)).toMatchObject({ party_id: second });
    await expectAccepted(settle(ledger, [allocationOf(ledger, before, paid)]));
  });
});
