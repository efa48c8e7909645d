import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, type TwoLines } from '../support/ledger-database.js';
import { draftEntry, insertEntries } from '../support/ledger-entries.js';
import {
  addReceivables,
  allocationOf,
  draftOfParty,
  type Item,
  NEW_ALLOCATION,
  postItem,
  type Receivables,
  turned,
  undoingOf,
  within,
} from '../support/ledger-open-items.js';
import { recordTaxLines, taxLineOf } from '../support/ledger-taxes.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Tax on a cash basis by SQL alone, with the rights of the application: what nobody gets past, whatever a service does.

let ledger: LedgerDatabase;
let own: Receivables;
let code: string;
let waits: string;
let owed: string;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  waits = ledger.books.accounts['3000']!;
  owed = ledger.books.accounts['3960']!;
  code = await cashCode();
});
afterAll(() => ledger?.close());

async function cashCode(): Promise<string> {
  const id = newId();
  const { organizationId, legalEntityId } = ledger.books;
  await within(ledger, () =>
    ledger.app.query(
      `INSERT INTO accounting.tax_code (organization_id, id, legal_entity_id, code, name, applies_to, kind, category,
                                        computation, output_account_id, is_cash_basis, cash_basis_account_id)
       VALUES ($1, $2, $3, $4, 'Tax', 'sale', 'vat', 'S', 'percentage', $5, true, $6)`,
      [organizationId, id, legalEntityId, id.slice(-12), owed, waits],
    ),
  );
  return id;
}

/** A sale of 100.00 all of which is waiting tax: only what becomes of that counts here. */
async function sale(): Promise<Item> {
  const entry = await draftOfParty(ledger, own.accounts.receivable, own.parties.first);
  await within(ledger, async () => {
    await insertEntries(ledger.app, entry);
    await recordTaxLines(ledger.app, ledger.books.organizationId, [taxLineOf(entry, code)]);
  });
  const { rows } = await ledger.owner.query<{ id: string }>('SELECT id FROM accounting.open_item WHERE entry_id = $1', [
    entry.header.id,
  ]);
  return { id: rows[0]!.id, entry };
}
const payment = async () =>
  postItem(ledger, turned(await draftOfParty(ledger, own.accounts.receivable, own.parties.first)));

interface Moved {
  kind?: string;
  tax?: string;
  entryId?: string | null;
  document?: string;
}

/** The entry that makes 100.00 due, with its tax lines. */
async function dueEntry(groupId: string, sign: 1 | -1 = 1): Promise<TwoLines> {
  const origin = { origin: 'cash_basis_tax', origin_id: groupId };
  const entry = (await draftEntry(ledger.owner, ledger.books, origin)) as TwoLines;
  Object.assign(entry.lines[0], { account_id: waits });
  Object.assign(entry.lines[1], { account_id: owed });
  return sign === 1 ? entry : (turned(entry) as TwoLines);
}

const amount = (of: number) => ({
  base: new Decimal(4 * of),
  tax: new Decimal(of),
  functionalBase: new Decimal(4 * of),
  functionalTax: new Decimal(of),
});

async function settle(
  row: ReturnType<typeof allocationOf>,
  moved: readonly Moved[],
  { entry, lines = [-100, 100] }: { entry?: TwoLines; lines?: readonly number[] } = {},
) {
  const { organizationId, legalEntityId } = ledger.books;
  await within(ledger, async () => {
    if (entry) {
      await insertEntries(ledger.app, entry);
      const taxes = lines.map((of, at) =>
        taxLineOf(entry, code, { lineNumber: at + 1, isDeferred: at === 0, ...amount(of) }),
      );
      await recordTaxLines(ledger.app, organizationId, taxes);
    }
    await ledger.app.query(NEW_ALLOCATION, [organizationId, JSON.stringify([row])]);
    for (const { kind = 'due', tax = '100', entryId = entry?.header.id ?? null, document } of moved) {
      await ledger.app.query(
        `INSERT INTO accounting.cash_basis_movement
           (organization_id, id, legal_entity_id, allocation_id, document_entry_id, kind, tax_code_id, rate, category,
            base, tax, functional_base, functional_tax, entry_id)
         SELECT $1, gen_random_uuid(), $2, $3, $4, $5, $6, 0.25, 'S', 4 * $7::numeric, $7, 4 * $7::numeric, $7, $8`,
        [organizationId, legalEntityId, row.id, document, kind, code, tax, entryId],
      );
    }
  });
}

it('a line that waits is of a sale, and on the account of its code for that', async () => {
  const post = async (isDeferred: boolean, account: string) => {
    const entry = (await draftEntry(ledger.owner, ledger.books)) as TwoLines;
    Object.assign(entry.lines[1], { account_id: account });
    return within(ledger, async () => {
      await insertEntries(ledger.app, entry);
      await recordTaxLines(ledger.app, ledger.books.organizationId, [taxLineOf(entry, code, { isDeferred })]);
    });
  };
  await expectRefusal(post(true, owed), { code: 'BU426', message: 'on no account of its tax code' });
  await expectRefusal(post(false, waits), { code: 'BU426', message: 'on no account of its tax code' });
  await expectAccepted(post(false, owed));
});

it('the account of what waits is kept, and is another one than that of what is owed', async () => {
  const change = (account: string, id: string) =>
    within(ledger, () =>
      ledger.app.query('UPDATE accounting.tax_code SET cash_basis_account_id = $1 WHERE id = $2', [account, id]),
    );
  await sale();
  await expectRefusal(change(ledger.books.accounts['1930']!, code), { code: 'BU640' });
  const unused = await cashCode();
  await expectRefusal(change(owed, unused), { code: '23514', constraint: 'tax_code_cash_basis_apart' });
  await expectAccepted(change(ledger.books.accounts['1930']!, unused));
});

describe('an allocation of a document with waiting tax', () => {
  it('says what becomes of that, and leaves nothing waiting of what it settles', async () => {
    const [charge, credit] = [await sale(), await payment()];
    const document = charge.entry.header.id;
    const row = allocationOf(ledger, charge, credit);
    await expectRefusal(settle(row, []), { code: 'BU642', message: 'says what becomes of that' });
    const nothing = { document, tax: '0', entryId: null };
    await expectRefusal(settle(row, [nothing]), { code: 'BU642', message: 'no tax that still waits' });
    const entry = await dueEntry(row.id);
    await expectAccepted(settle(row, [{ document }], { entry }));
  });

  it('makes as much due as its entry posts, and that entry posts nothing else', async () => {
    const [charge, credit] = [await sale(), await payment()];
    const document = charge.entry.header.id;
    const row = allocationOf(ledger, charge, credit);
    const entry = await dueEntry(row.id);
    await expectRefusal(settle(row, [{ document, tax: '90' }], { entry }), { code: 'BU643' });
    const alone = await dueEntry(newId());
    await expectRefusal(ledger.post(alone), { code: 'BU643' });
  });

  it('moves tax of what it joins, by an entry of its own', async () => {
    const [charge, credit, other] = [await sale(), await payment(), await sale()];
    const row = allocationOf(ledger, charge, credit);
    const entry = await dueEntry(row.id);
    const ofOther = settle(row, [{ document: other.entry.header.id }], { entry });
    await expectRefusal(ofOther, { code: 'BU641', message: 'documents that it joins' });
    const elsewhere = settle(row, [{ document: charge.entry.header.id, entryId: credit.entry.header.id }], { entry });
    await expectRefusal(elsewhere, { code: 'BU641', message: 'by an entry of the allocation' });
    const half = settle(row, [{ document: charge.entry.header.id, kind: 'offset', entryId: null }]);
    await expectRefusal(half, { code: 'BU641', message: 'as much less as the other' });
  });

  it('is undone as it was made', async () => {
    const [charge, credit] = [await sale(), await payment()];
    const document = charge.entry.header.id;
    const row = allocationOf(ledger, charge, credit);
    await settle(row, [{ document }], { entry: await dueEntry(row.id) });
    const undoing = undoingOf(row);
    await expectRefusal(settle(undoing, []), { code: 'BU642' });
    const entry = await dueEntry(undoing.id, -1);
    const less = settle(undoing, [{ document, tax: '-90' }], { entry, lines: [100, -100] });
    await expectRefusal(less, { code: 'BU641', message: 'takes back what it made' });
    const whole = settle(undoing, [{ document, tax: '-100' }], { entry, lines: [100, -100] });
    await expectAccepted(whole);
  });
});

it('movements never change', async () => {
  for (const text of [
    'UPDATE accounting.cash_basis_movement SET tax = 0',
    'DELETE FROM accounting.cash_basis_movement',
  ]) {
    await expectRefusal(
      within(ledger, () => ledger.app.query(text)),
      { code: '42501' },
    );
  }
});
