import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { draftDocument, type SalesDraft, writeDocument } from '../support/ledger-sales.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// What customers are expected to withhold, by SQL alone with the rights of the application: invoices of one line of
// 100.00 for one customer, of which 10 % of what the year has beyond 150.00 is withheld.

let ledger: LedgerDatabase;
let own: Receivables;
let code: string;
let rate: string;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
});
afterAll(() => ledger?.close());
/** Each test has a year of its own. */
beforeEach(async () => {
  [code, rate] = [newId(), newId()];
  const { organizationId, legalEntityId, accounts } = ledger.books;
  await run(
    `INSERT INTO accounting.withholding_code (organization_id, id, legal_entity_id, code, name, account_id)
     VALUES ($1, $2, $3, $4, 'Tax', $5)`,
    [organizationId, code, legalEntityId, code.slice(-12), accounts['1930']],
  );
  await addRate();
});

const run = (text: string, values: unknown[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));
const addRate = (change: object = {}) => {
  const { organizationId, legalEntityId } = ledger.books;
  const terms = { rate: '0.1', base: 'net', base_share: '1', threshold: '150.00', threshold_rule: 'excess' };
  const days = { valid_from: '2026-01-01', valid_to: null };
  const row = { organization_id: organizationId, id: rate, legal_entity_id: legalEntityId, code_id: code };
  return run(
    `INSERT INTO accounting.withholding_rate
       (organization_id, id, legal_entity_id, code_id, valid_from, valid_to, rate, base, base_share, threshold, threshold_rule)
     SELECT organization_id, id, legal_entity_id, code_id, valid_from, valid_to, rate, base, base_share, threshold, threshold_rule
     FROM json_populate_record(NULL::accounting.withholding_rate, $1)`,
    [JSON.stringify({ ...row, ...days, ...terms, ...change })],
  );
};

const INSERT = `
  INSERT INTO accounting.sales_document_withholding
    (organization_id, id, document_id, legal_entity_id, position, party_id, code_id, rate_id, year_starts_on, name, rate, base_of,
     base_share, threshold, threshold_rule, line_positions, base_before, taxable_before, base, taxable, amount)
  SELECT organization_id, id, document_id, legal_entity_id, position, party_id, code_id, rate_id, year_starts_on, name, rate, base_of,
         base_share, threshold, threshold_rule, line_positions, base_before, taxable_before, base, taxable, amount
  FROM json_populate_record(NULL::accounting.sales_document_withholding, $1)`;

/** Of the document: what is withheld below the threshold; it may be changed. */
const withheldOf = ({ document }: SalesDraft, change: object = {}) => ({
  organization_id: document.organization_id,
  id: newId(),
  document_id: document.id,
  legal_entity_id: document.legal_entity_id,
  position: 1,
  party_id: document.party_id,
  code_id: code,
  rate_id: rate,
  year_starts_on: '2026-01-01',
  name: 'Tax',
  rate: '0.1',
  base_of: 'net',
  base_share: '1',
  threshold: '150.00',
  threshold_rule: 'excess',
  base_before: '0',
  taxable_before: '0',
  base: '100.00',
  taxable: '0',
  amount: '0',
  ...change,
});
const second = { base_before: '100.00', taxable: '50.00', amount: '5.00' };

const insert = (row: object) => ledger.app.query(INSERT, [JSON.stringify(row)]);
/** @param change what of the withholding is otherwise; null where there is none */
async function issue(change: object | null = {}, credits?: SalesDraft): Promise<SalesDraft> {
  const draft = await draftDocument(ledger, own, credits);
  await inOrganization(ledger.app, ledger.books.organizationId, async () => {
    await writeDocument(ledger, draft);
    if (change) await insert(withheldOf(draft, change));
  });
  return draft;
}

it.each<[string, Refusal, object]>([
  ['of another base than the lines', { code: 'BU668', message: 'lines of the document' }, { base: '99.00' }],
  ['of lines that are not there', { code: 'BU668', message: 'lines of the document' }, { line_positions: [2] }],
  ['of what is below the threshold', { code: 'BU668', message: 'taxable sum' }, { taxable: '10.00', amount: '1.00' }],
  ['of another amount than the rate', { code: 'BU668', message: 'rate of what is taxable' }, { amount: '1.00' }],
  ['by another rate', { code: 'BU668', message: 'on the day' }, { rate: '0.2' }],
  ['by another threshold', { code: 'BU668', message: 'on the day' }, { threshold: '200.00' }],
  ['of another part of the base', { code: 'BU668', message: 'lines of' }, { base_share: '0.5' }],
  ['in another year', { code: 'BU668', message: 'on the day' }, { year_starts_on: '2025-01-01' }],
  ['after a year that was otherwise', { code: 'BU669' }, { base_before: '1.00' }],
  ['after other taxable amounts', { code: 'BU669' }, { taxable_before: '1.00' }],
  ['of less than nothing', brokenCheck('sales_document_withholding_base_check'), { base: '-100.00' }],
])('is refused %s', async (_, refusal, change) => {
  await expectRefusal(issue(change), refusal);
  await expectAccepted(issue());
});

it('counts what came before in the year, and no more than that is withheld', async () => {
  await issue();
  await expectRefusal(issue(), { code: 'BU669' });
  await expectRefusal(issue({ ...second, taxable: '40.00', amount: '4.00' }), {
    code: 'BU668',
    message: 'taxable sum',
  });
  await expectAccepted(issue(second));
  const third = { base_before: '200.00', taxable_before: '50.00', taxable: '100.00', amount: '10.00' };
  await expectAccepted(issue(third));
});

it('comes with its document, for its customer, and once', async () => {
  const draft = await issue();
  const late = withheldOf(draft, { ...second, position: 2 });
  await expectRefusal(run(INSERT, [JSON.stringify(late)]), {
    code: '23505',
    constraint: 'sales_document_withholding_code_key',
  });
  const other = await issue(null);
  await expectRefusal(run(INSERT, [JSON.stringify(withheldOf(other, second))]), {
    code: 'BU668',
    message: 'comes with its document',
  });
  await expectRefusal(issue({ ...second, party_id: own.parties.second }), { code: 'BU668', message: 'comes with' });
  const { organizationId } = ledger.books;
  for (const text of [
    'UPDATE accounting.sales_document_withholding SET amount = 1',
    'DELETE FROM accounting.sales_document_withholding',
  ]) {
    await expectRefusal(run([text, 'WHERE organization_id = $1'].join(' '), [organizationId]), { code: '42501' });
  }
});

it('waits for whoever has the customer, as those do who post for it', async () => {
  const other = await ledger.connect();
  const { organizationId } = ledger.books;
  const hold = 'SELECT FROM accounting.party WHERE organization_id = $1 AND id = $2 FOR SHARE';
  await ledger.app.query("SET lock_timeout = '300ms'");
  await inOrganization(other, organizationId, async () => {
    await other.query(hold, [organizationId, own.parties.first]);
    await expectAccepted(issue(null));
    await expectRefusal(issue(), { code: '55P03' });
  });
  await expectAccepted(issue());
  await ledger.app.query('RESET lock_timeout');
});

it('is taken back by credit notes, in the share of the base and no more', async () => {
  await issue();
  const invoice = await issue(second);
  const all = { base_before: '200.00', taxable_before: '50.00', base: '100.00', taxable: '50.00', amount: '5.00' };
  await expectRefusal(issue(null, invoice), { code: 'BU668', message: 'expected to be withheld' });
  await expectRefusal(issue({ ...all, base: '50.00', taxable: '25.00', amount: '2.50' }, invoice), {
    code: 'BU668',
    message: 'the share',
  });
  await expectRefusal(issue({ ...all, amount: '4.00' }, invoice), { code: 'BU668', message: 'the share' });
  await expectRefusal(issue({ ...all, rate: '0.2' }, invoice), { code: 'BU668', message: 'same terms' });
  await expectAccepted(issue(all, invoice));
  await expectAccepted(issue(second));
});

it('has rates that do not overlap, and stay while documents go by them', async () => {
  const draft = await issue();
  const days = { id: newId(), valid_from: '2026-06-01' };
  await expectRefusal(addRate(days), { code: '23P01', constraint: 'withholding_rate_no_overlap' });
  const { organizationId } = ledger.books;
  const close = (validTo: string) =>
    run('UPDATE accounting.withholding_rate SET valid_to = $3 WHERE organization_id = $1 AND id = $2', [
      organizationId,
      rate,
      validTo,
    ]);
  const remove = () =>
    run('DELETE FROM accounting.withholding_rate WHERE organization_id = $1 AND id = $2', [organizationId, rate]);
  await expectRefusal(remove(), { code: '23503', constraint: 'sales_document_withholding_rate_fk' });
  await expectRefusal(close('2026-01-31'), { code: 'BU667', message: 'after that day' });
  expect(String(draft.document.issued_on) > '2026-01-31').toBe(true);
  await expectAccepted(close('2026-12-31'));
  await expectRefusal(close('2027-12-31'), { code: 'BU667', message: 'has its end' });
  await expectRefusal(
    run('UPDATE accounting.withholding_rate SET rate = 0.2 WHERE organization_id = $1 AND id = $2', [
      organizationId,
      rate,
    ]),
    { code: '42501' },
  );
});

it.each<[string, object]>([
  ['withholding_rate_rate_check', { rate: '1.1' }],
  ['withholding_rate_base_share_check', { base_share: '0' }],
  ['withholding_rate_threshold', { threshold_rule: null }],
  ['withholding_rate_validity', { valid_to: '2025-12-31' }],
])('has no rate beyond %s', async (constraint, change) => {
  await expectRefusal(addRate({ ...change, id: newId() }), brokenCheck(constraint));
});
