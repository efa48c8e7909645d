import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { cashFlowSections, isSectionOfType } from '#modules/accounting/chart/cash-flow-section.js';
import { accountSubtypes, allAccountSubtypes, isSubtypeOf } from '#modules/accounting/chart/account-subtype.js';
import { accountTypes } from '#modules/accounting/chart/account-type.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { draftEntry, type EntryDraft, inCurrency, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, refusalOf } from '../support/refusal.js';

// Accounts by SQL alone, with the rights of the application.

let ledger: LedgerDatabase;
let second: Client;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  second = await ledger.connect();
});
afterAll(() => ledger?.close());

interface Row {
  id: string;
  code: string;
  type: string;
  is_group: boolean;
  parent_id: string | null;
  subtype: string | null;
  cash_flow_section: string | null;
  currency: string | null;
}
let codes = 0;
const account = (fields: Partial<Row> = {}): Row => ({
  id: newId(),
  code: `N${(codes += 1)}`,
  type: 'asset',
  is_group: false,
  parent_id: null,
  subtype: null,
  cash_flow_section: null,
  currency: null,
  ...fields,
});

const within = <T>(work: () => Promise<T>) => inOrganization(ledger.app, ledger.books.organizationId, work);
const insert = (...rows: Row[]) =>
  within(() =>
    ledger.app.query(
      `INSERT INTO accounting.account
         (organization_id, legal_entity_id, id, code, name, type, is_group, parent_id, subtype, currency,
          cash_flow_section)
       SELECT $1, $2, a.id, a.code, a.code, a.type, a.is_group, a.parent_id, a.subtype, a.currency,
              a.cash_flow_section
       FROM json_populate_recordset(NULL::accounting.account, $3) a`,
      [ledger.books.organizationId, ledger.books.legalEntityId, JSON.stringify(rows)],
    ),
  );
const SET_CURRENCY = 'UPDATE accounting.account SET currency = $2 WHERE id = $1';
const restrict = (id: string, currency: string | null) => within(() => ledger.app.query(SET_CURRENCY, [id, currency]));

const draft = () => draftEntry(ledger.owner, ledger.books);
/** An entry that debits the account instead of the bank. */
async function draftOn(id: string): Promise<EntryDraft> {
  const entry = await draft();
  entry.lines[0]!.account_id = id;
  return entry;
}

describe('the sub-type of an account', () => {
  it.each(accountTypes)('%s is one of its type', async (type) => {
    for (const subtype of allAccountSubtypes) {
      const work = insert(account({ type, subtype }));
      if (isSubtypeOf(subtype, type)) await expectAccepted(work);
      else await expectRefusal(work, brokenCheck('account_subtype_of_type'));
    }
    await expectRefusal(insert(account({ type, subtype: 'till' })), brokenCheck('account_subtype_of_type'));
    const [subtype] = accountSubtypes[type];
    await expectRefusal(insert(account({ type, subtype, is_group: true })), brokenCheck('account_subtype_of_type'));
  });
});

describe('the section of an account in the cash flow statement', () => {
  it.each(accountTypes)('%s is one that its type can have', async (type) => {
    for (const section of cashFlowSections) {
      const work = insert(account({ type, cash_flow_section: section }));
      if (isSectionOfType(section, type)) await expectAccepted(work);
      else await expectRefusal(work, brokenCheck('account_cash_flow_section_of_type'));
    }
    const broken = brokenCheck('account_cash_flow_section_of_type');
    await expectRefusal(insert(account({ type, cash_flow_section: 'till' })), broken);
    await expectRefusal(insert(account({ type, cash_flow_section: 'operating', is_group: true })), broken);
  });
});

describe('the currency of an account', () => {
  // One that fails half-way would leave its locks to the next.
  afterEach(async () => {
    for (const client of [ledger.app, second]) await client.query('ROLLBACK');
  });

  it.each(accountTypes)('of type %s', async (type) => {
    const work = insert(account({ type, currency: 'USD' }));
    if (type === 'asset' || type === 'liability') await expectAccepted(work);
    else await expectRefusal(work, brokenCheck('account_currency_is_balance_sheet'));
    const group = insert(account({ type, currency: 'USD', is_group: true }));
    await expectRefusal(group, brokenCheck('account_currency_is_balance_sheet'));
  });

  it('is one that there is', () =>
    expectRefusal(insert(account({ currency: 'XYZ' })), noSuchRow('account_currency_fk')));

  it('is that of its lines', async () => {
    const dollars = account({ currency: 'USD' });
    await insert(dollars);
    await expectRefusal(ledger.post(await draftOn(dollars.id)), { code: 'BU160', message: dollars.code });
    const mended = await draftOn(dollars.id);
    inCurrency(mended, 'USD', '100.00', '0.9', '90.00');
    await expectAccepted(ledger.post(mended));
    const adjusted = await draftOn(dollars.id);
    Object.assign(adjusted.lines[0]!, { currency: 'USD', debit: '0', functional_debit: '100.00' });
    await expectAccepted(ledger.post(adjusted));
  });

  it('is set only where no line has another, and taken away at any time', async () => {
    const bank = account();
    await insert(bank);
    await ledger.post(await draftOn(bank.id));
    await expectRefusal(restrict(bank.id, 'USD'), { code: 'BU161', message: bank.code });
    await expectAccepted(restrict(bank.id, 'EUR'));
    await expectRefusal(restrict(bank.id, 'USD'), { code: 'BU161' });
    await expectAccepted(restrict(bank.id, null));
  });

  it('waits for a posting that is under way, and finds its lines', async () => {
    const bank = account();
    await insert(bank);
    const entry = await draftOn(bank.id);
    await begin(ledger.app, second);
    await insertEntries(ledger.app, entry);
    const restricting = refusalOf(second.query(SET_CURRENCY, [bank.id, 'USD']));
    await untilBlocked(second, ledger.app);
    await ledger.app.query('COMMIT');
    expect(await restricting).toMatchObject({ code: 'BU161' });
  });

  it('is met by a posting that waited for it', async () => {
    const bank = account();
    await insert(bank);
    const entry = await draftOn(bank.id);
    await begin(ledger.app, second);
    await ledger.app.query(SET_CURRENCY, [bank.id, 'USD']);
    const posting = refusalOf(insertEntries(second, entry));
    await untilBlocked(second, ledger.app);
    await ledger.app.query('COMMIT');
    expect(await posting).toMatchObject({ code: 'BU160' });
  });
});

describe('a tree of accounts', () => {
  it('comes in one statement, in any order', async () => {
    const top = account({ is_group: true });
    const middle = account({ is_group: true, parent_id: top.id });
    const leaf = account({ parent_id: middle.id });
    await expectAccepted(insert(leaf, middle, top));
  });

  it('has no circle', async () => {
    const one = account({ is_group: true });
    const other = account({ is_group: true, parent_id: one.id });
    const inner = account({ parent_id: other.id });
    await expectRefusal(insert({ ...one, parent_id: other.id }, other, inner), { code: 'BU162' });
    await expectAccepted(insert(one, other, inner));
  });

  it('keeps its groups of one type', async () => {
    const group = account({ is_group: true });
    const below = account({ type: 'liability', parent_id: group.id });
    await expectRefusal(insert(group, below), noSuchRow('account_parent_fk'));
  });
});

async function begin(...clients: Client[]): Promise<void> {
  for (const client of clients) {
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
  }
}

const pidOf = (client: Client) => (client as unknown as { processID: number }).processID;

/** Waits until the one stands behind the other. */
async function untilBlocked(waiting: Client, holding: Client): Promise<void> {
  const pids = [pidOf(waiting), pidOf(holding)];
  const deadline = Date.now() + 5_000;
  for (;;) {
    const { rows } = await ledger.owner.query<{ blocks: boolean }>(
      'SELECT $2::integer = ANY (pg_blocking_pids($1)) AS blocks',
      pids,
    );
    if (rows[0]!.blocks) return;
    if (Date.now() > deadline) throw new Error('The second transaction does not stand behind the first.');
  }
}
