import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, type TwoLines } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { addReceivables, draftOfParty, postItem, type Receivables, within } from '../support/ledger-open-items.js';
import { draftReceipt, keepReceipt, type ReceiptDraft } from '../support/ledger-receipts.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// What customers withheld, by SQL alone with the rights of the application: a receipt that is paid 100.00 for one item, and
// withheld 100.00 of another.

let ledger: LedgerDatabase;
let own: Receivables;
let code: string;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  code = await addCode(ledger.books.accounts['1930']!);
});
afterAll(() => ledger?.close());

const INSERT_CODE = `
  INSERT INTO accounting.withholding_code (organization_id, id, legal_entity_id, code, name, account_id)
  VALUES ($1, $2, $3, $4, 'Tax', $5)`;
const INSERT = `
  INSERT INTO accounting.withholding
    (organization_id, id, legal_entity_id, settlement_id, position, code_id, account_id, base, certificate_number, certified_on)
  SELECT $1, w.id, $2, w.settlement_id, w.position, w.code_id, w.account_id, w.base, w.certificate_number, w.certified_on
  FROM json_populate_record(NULL::accounting.withholding, $3) w`;

async function addCode(accountId: string): Promise<string> {
  const { organizationId, legalEntityId } = ledger.books;
  const id = newId();
  await within(ledger, () =>
    ledger.app.query(INSERT_CODE, [organizationId, id, legalEntityId, id.slice(-12), accountId]),
  );
  return id;
}

const charge = async () => postItem(ledger, await draftOfParty(ledger, own.accounts.receivable, own.parties.first));
const insert = (row: object) =>
  ledger.app.query(INSERT, [ledger.books.organizationId, ledger.books.legalEntityId, JSON.stringify(row)]);

/**
 * @param row what of the withholding is otherwise; null where there is none
 * @param again the same of a further part of the item; null where there is none
 */
async function receive(row: object | null = {}, part: object = {}, again: object | null = null): Promise<string> {
  const [paid, item] = [await charge(), await charge()];
  const receipt = await draftReceipt(ledger, own, paid);
  const { id } = receipt.row;
  const amounts = again ? ['60.00', '40.00'] : ['100.00'];
  const entries = await Promise.all(amounts.map((amount, index) => claimOf(receipt, amount, index)));
  const withheld = { item_id: item.id, purpose: 'withholding' };
  entries.forEach(({ header }, index) => {
    receipt.parts.push({ ...withheld, amount: amounts[index]!, entry_id: header.id, ...part });
  });
  const kept = {
    id: newId(),
    settlement_id: id,
    position: 2,
    code_id: code,
    account_id: ledger.books.accounts['1930'],
  };
  const keep = async () => {
    if (row) await insert({ ...kept, base: 400, ...row });
    if (again) await insert({ ...kept, id: newId(), position: 3, ...again });
  };
  await keepReceipt(ledger, { ...receipt, beside: { entries, item, keep } });
  return kept.id;
}

/** The entry of what was withheld, by its place after that of the money. */
async function claimOf({ entry: { header }, row }: ReceiptDraft, amount: string, place: number): Promise<TwoLines> {
  const number = header.number + 1 + place;
  const origin = { origin: 'receipt', origin_id: row.id, total: amount };
  const entry = (await draftEntry(ledger.owner, ledger.books, { number, ...origin })) as TwoLines;
  Object.assign(entry.lines[0], { debit: amount, functional_debit: amount });
  const party = { account_id: own.accounts.receivable, party_id: own.parties.first };
  Object.assign(entry.lines[1], { credit: amount, functional_credit: amount, ...party });
  return entry;
}

it('is a part of a receipt, claimed on the account of its code', async () => {
  const { accounts } = ledger.books;
  await expectRefusal(receive(null), { code: 'BU665', message: 'under a code' });
  await expectRefusal(receive({ position: 1 }), { code: 'BU665', message: 'a part of a receipt' });
  await expectRefusal(receive({ account_id: accounts['3000'] }), { code: 'BU665', message: 'account of its code' });
  const elsewhere = await addCode(await assetAccount());
  await expectRefusal(receive({ code_id: elsewhere }), { code: 'BU665', message: 'account of its code' });
  await expectRefusal(receive({ base: 99.99 }), { code: 'BU665', message: 'reckoned of' });
  await expectRefusal(receive({ base: 0 }), brokenCheck('withholding_base_check'));
  await expectRefusal(receive({ certified_on: '2026-03-15' }), brokenCheck('withholding_certificate'));
  await expectRefusal(receive({}, { purpose: 'early_discount' }), { code: 'BU665', message: 'a part of a receipt' });
  await expectAccepted(receive());
  await expectAccepted(receive({ base: null, certificate_number: 'R-1', certified_on: '2026-03-15' }));
});

it('is said once of an item and a code', async () => {
  await expectRefusal(receive({}, {}, {}), { code: 'BU665', message: 'said once' });
  const other = await addCode(ledger.books.accounts['1930']!);
  await expectAccepted(receive({}, {}, { code_id: other }));
});

it('stays as it is, but for its certificate', async () => {
  const id = await receive();
  const { organizationId } = ledger.books;
  const update = (set: string) =>
    within(ledger, () =>
      ledger.app.query(['UPDATE accounting.withholding SET', set, 'WHERE organization_id = $1 AND id = $2'].join(' '), [
        organizationId,
        id,
      ]),
    );
  await expectAccepted(update("certificate_number = 'R-1', certified_on = '2026-03-20'"));
  await expectRefusal(update('base = 1'), { code: '42501' });
  await expectRefusal(update('account_id = id'), { code: '42501' });
  await expectRefusal(update('certificate_number = NULL'), brokenCheck('withholding_certificate'));
  const again = { id: newId(), settlement_id: await settlementOf(id), position: 1, code_id: code };
  const late = within(ledger, () => insert({ ...again, account_id: ledger.books.accounts['1930'] }));
  await expectRefusal(late, { code: 'BU665', message: 'comes with its receipt' });
  const remove = within(ledger, () =>
    ledger.app.query('DELETE FROM accounting.withholding WHERE organization_id = $1 AND id = $2', [organizationId, id]),
  );
  await expectRefusal(remove, { code: '42501' });
});

it('has codes whose account is a claim', async () => {
  const { accounts } = ledger.books;
  await expectRefusal(addCode(accounts['3000']!), { code: 'BU664' });
  await expectRefusal(addCode(own.accounts.receivable), { code: 'BU664' });
  const { organizationId } = ledger.books;
  const change = within(ledger, () =>
    ledger.app.query('UPDATE accounting.withholding_code SET account_id = $3 WHERE organization_id = $1 AND id = $2', [
      organizationId,
      code,
      accounts['3000'],
    ]),
  );
  await expectRefusal(change, { code: 'BU664' });
});

async function assetAccount(): Promise<string> {
  const { organizationId, legalEntityId } = ledger.books;
  const id = newId();
  await within(ledger, () =>
    ledger.app.query(
      `INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type) VALUES ($1, $2, $3, '1690', 'Claim', 'asset')`,
      [organizationId, id, legalEntityId],
    ),
  );
  return id;
}

async function settlementOf(id: string): Promise<string> {
  const { rows } = await ledger.owner.query<{ id: string }>(
    'SELECT settlement_id AS id FROM accounting.withholding WHERE id = $1',
    [id],
  );
  return rows[0]!.id;
}
