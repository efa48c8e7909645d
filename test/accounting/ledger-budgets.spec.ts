import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { addDimensions, type Dimensions } from '../support/ledger-dimensions.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Budgets by SQL alone, with the rights of the application.

let ledger: LedgerDatabase;
let dimensions: Dimensions;
let periods: string[];
let draft: string;

const within = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

async function addBudget(fields: { status?: string; revision?: number; code?: string; currency?: string } = {}) {
  const { organizationId, legalEntityId, years } = ledger.books;
  const id = newId();
  const { status = 'draft', revision = 1, code = id.slice(-12), currency = 'EUR' } = fields;
  await within(
    `INSERT INTO accounting.budget (organization_id, id, legal_entity_id, fiscal_year_id, code, revision, name, currency, status, activated_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'B', $7, $8, CASE WHEN $8 = 'draft' THEN NULL ELSE now() END)`,
    [organizationId, id, legalEntityId, years['2026'], code, revision, currency, status],
  );
  return id;
}

interface LineFields {
  account?: string;
  period?: string;
  values?: string[] | null;
  amount?: string;
  budget?: string;
  year?: string;
}

const addLine = ({ account, period, values = null, amount = '100', budget = draft, year }: LineFields = {}) =>
  within(
    `INSERT INTO accounting.budget_line (organization_id, id, budget_id, legal_entity_id, fiscal_year_id, account_id,
                                         fiscal_period_id, dimension_value_ids, amount)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ledger.books.organizationId,
      newId(),
      budget,
      ledger.books.legalEntityId,
      year ?? ledger.books.years['2026'],
      account ?? ledger.books.accounts['4000'],
      period ?? periods[0],
      values,
      amount,
    ],
  );
const activate = (id: string) =>
  within("UPDATE accounting.budget SET status = 'active', activated_at = now() WHERE id = $1", [id]);

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  dimensions = await addDimensions(ledger.app, ledger.books);
  const { rows } = await ledger.owner.query<{ id: string }>(
    'SELECT id FROM accounting.fiscal_period WHERE fiscal_year_id = $1 ORDER BY number',
    [ledger.books.years['2026']],
  );
  periods = rows.map(({ id }) => id);
});
beforeEach(async () => {
  draft = await addBudget();
});
afterAll(() => ledger?.close());

it('begins as a draft, in the currency of the books, each revision once', async () => {
  await expectRefusal(addBudget({ status: 'active' }), { code: 'BU190', message: 'begins as a draft' });
  await expectRefusal(addBudget({ currency: 'USD' }), noSuchRow('budget_currency_fk'));
  await addBudget({ code: 'TWICE' });
  await expectRefusal(addBudget({ code: 'TWICE' }), { code: '23505', constraint: 'budget_revision_key' });
  await expectAccepted(addBudget({ code: 'TWICE', revision: 2 }));
});

it('becomes active, then superseded, and never a draft again', async () => {
  const status = (to: string) => within('UPDATE accounting.budget SET status = $2 WHERE id = $1', [draft, to]);
  await expectRefusal(status('superseded'), { code: 'BU190', message: 'does not become superseded' });
  await expectRefusal(status('active'), { code: '23514', constraint: 'budget_activated' });
  await expectAccepted(activate(draft));
  await expectRefusal(status('draft'), { code: 'BU190', message: 'does not become draft' });
  const rename = within("UPDATE accounting.budget SET name = 'C' WHERE id = $1", [draft]);
  await expectRefusal(rename, { code: 'BU190', message: 'as a draft only' });
  await expectAccepted(status('superseded'));
  await expectRefusal(activate(draft), { code: 'BU190', message: 'does not become active' });
});

it('has one active revision of each code', async () => {
  const [first, second] = [await addBudget({ code: 'ONE' }), await addBudget({ code: 'ONE', revision: 2 })];
  await activate(first);
  await expectRefusal(activate(second), { code: '23505', constraint: 'budget_active_key' });
});

it('has lines on active accounts that take postings, in periods of its year, once each', async () => {
  const { books, sister, stranger, owner } = ledger;
  await expectRefusal(addLine({ account: books.accounts['1900'] }), noSuchRow('budget_line_leaf_fk'));
  await expectRefusal(addLine({ account: sister.accounts['4000'] }), noSuchRow('budget_line_account_fk'));
  await expectRefusal(addLine({ account: stranger.accounts['4000'] }), noSuchRow('budget_line_account_fk'));
  await owner.query("UPDATE accounting.account SET status = 'inactive' WHERE id = $1", [books.accounts['4000']]);
  await expectRefusal(addLine(), { code: 'BU191', message: 'Account 4000 is inactive.' });
  await owner.query("UPDATE accounting.account SET status = 'active' WHERE id = $1", [books.accounts['4000']]);
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM accounting.fiscal_period WHERE fiscal_year_id = $1 LIMIT 1',
    [sister.years['2026']],
  );
  await expectRefusal(addLine({ period: rows[0]!.id }), noSuchRow('budget_line_period_fk'));
  await expectRefusal(addLine({ year: sister.years['2026'], period: rows[0]!.id }), noSuchRow('budget_line_budget_fk'));
  await expectAccepted(addLine());
  await expectRefusal(addLine(), { code: '23505', constraint: 'budget_line_key' });
  await expectAccepted(addLine({ values: [dimensions['CC/A']!] }));
});

it('has no lines in an adjustment period', async () => {
  const { owner } = ledger;
  await owner.query('BEGIN');
  await owner.query("SET LOCAL session_replication_role = 'replica'");
  await owner.query('UPDATE accounting.fiscal_period SET is_adjustment = true WHERE id = $1', [periods[11]]);
  await owner.query('COMMIT');
  await expectRefusal(addLine({ period: periods[11] }), noSuchRow('budget_line_period_fk'));
  await owner.query('BEGIN');
  await owner.query("SET LOCAL session_replication_role = 'replica'");
  await owner.query('UPDATE accounting.fiscal_period SET is_adjustment = false WHERE id = $1', [periods[11]]);
  await owner.query('COMMIT');
  await expectAccepted(addLine({ period: periods[11] }));
});

it('has amounts that are numbers with the decimals of the currency', async () => {
  await expectRefusal(addLine({ amount: '1.001' }), { code: 'BU192', message: 'more decimals' });
  for (const amount of ['NaN', 'Infinity', '1e18']) {
    await expectRefusal(addLine({ amount }), { code: '23514', constraint: 'budget_line_amount' });
  }
  await expectAccepted(addLine({ amount: '-1.25' }));
});

it('has values of dimensions as lines of entries do', async () => {
  const [a, b, other] = [dimensions['CC/A']!, dimensions['CC/B']!, dimensions['PR/A']!];
  const pair = [a, other].sort();
  const named = { code: 'BU193', message: 'each once and sorted' };
  await expectRefusal(addLine({ values: pair.toReversed() }), named);
  await expectRefusal(addLine({ values: [a, a] }), named);
  await expectRefusal(addLine({ values: [newId()] }), named);
  await expectRefusal(addLine({ values: [] }), { code: '23514', constraint: 'budget_line_dimension_count' });
  await expectRefusal(addLine({ values: [a, b].sort() }), { code: 'BU193', message: 'at most one value' });
  await ledger.owner.query("UPDATE accounting.dimension_value SET status = 'inactive' WHERE id = $1", [b]);
  await expectRefusal(addLine({ values: [b] }), { code: 'BU193', message: 'is inactive' });
  await ledger.owner.query(
    "UPDATE accounting.dimension_value SET status = 'active', valid_from = '2026-02-01' WHERE id = $1",
    [b],
  );
  await expectRefusal(addLine({ values: [b] }), { code: 'BU193', message: 'not valid in the period' });
  await expectAccepted(addLine({ values: [b], period: periods[1] }));
  await expectAccepted(addLine({ values: pair }));
});

it('keeps the lines of what is active', async () => {
  await addLine();
  await activate(draft);
  await expectRefusal(addLine({ period: periods[1] }), { code: 'BU190', message: 'as long as it is a draft' });
  const remove = within('DELETE FROM accounting.budget_line WHERE budget_id = $1', [draft]);
  await expectRefusal(remove, { code: 'BU190', message: 'as long as it is a draft' });
  for (const text of ['UPDATE accounting.budget_line SET amount = 1', 'DELETE FROM accounting.budget']) {
    await expectRefusal(within(text), { code: '42501', message: 'permission denied' });
  }
});

it('lets no line slip into a budget that is being activated', async () => {
  const other = await ledger.connect();
  await ledger.app.query('BEGIN');
  await ledger.app.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
  await ledger.app.query("UPDATE accounting.budget SET status = 'active', activated_at = now() WHERE id = $1", [draft]);
  const late = inOrganization(other, ledger.books.organizationId, () =>
    other.query(
      `INSERT INTO accounting.budget_line (organization_id, id, budget_id, legal_entity_id, fiscal_year_id, account_id, fiscal_period_id, amount)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 1)`,
      [
        ledger.books.organizationId,
        newId(),
        draft,
        ledger.books.legalEntityId,
        ledger.books.years['2026'],
        ledger.books.accounts['4000'],
        periods[0],
      ],
    ),
  );
  const refused = expectRefusal(late, { code: 'BU190', message: 'as long as it is a draft' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await ledger.app.query('COMMIT');
  await refused;
});
