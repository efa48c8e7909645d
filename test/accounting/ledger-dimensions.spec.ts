import { newId } from '#kernel/id.js';
import {
  brokenCheck,
  createLedgerDatabase,
  expectRefusedUntilMended,
  type Fault,
  type LedgerDatabase,
  noSuchRow,
} from '../support/ledger-database.js';
import { addDimensions, addRule, type Dimensions } from '../support/ledger-dimensions.js';
import { draftEntry, draftReversal, type EntryDraft } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself refuses lines whose dimensions are not in order.

let ledger: LedgerDatabase;
let own: Dimensions;
let ofSister: Dimensions;
let ofStranger: Dimensions;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  const { app, books, sister, stranger } = ledger;
  own = await addDimensions(app, books);
  ofSister = await addDimensions(app, sister);
  ofStranger = await addDimensions(app, stranger);
  const about = (account: string, dimension: string, requirement: string) =>
    addRule(app, books, { accountId: books.accounts[account]!, dimensionId: own[dimension]!, requirement });
  await about('4000', 'CC', 'required');
  await about('4000', 'PR', 'blocked');
  await about('4000', 'REST', 'required');
});

afterAll(() => ledger?.close());

const ids = (...names: string[]) => names.map((name) => own[name]!).sort();

/** A draft whose first line is on the account and has the values. */
async function draft(account: string, values: string[] | null, change: Partial<EntryDraft['header']> = {}) {
  const one = await draftEntry(ledger.owner, ledger.books, change);
  Object.assign(one.lines[0]!, { account_id: ledger.books.accounts[account], dimension_value_ids: values });
  return one;
}

describe('a line has values that it may have', () => {
  const having =
    (values: () => unknown[] | null): Fault['fault'] =>
    ({ lines: [debit] }) =>
      Object.assign(debit, { dimension_value_ids: values() });
  const given = having(() => ids('CC/A', 'PR/B'));
  const faults: Fault[] = [
    { name: 'an unknown value', given, fault: having(() => [newId()]), refusal: { code: 'BU140' } },
    { name: 'a dimension for a value', given, fault: having(() => [own['CC']!]), refusal: { code: 'BU140' } },
    { name: 'a value of a sister', given, fault: having(() => [ofSister['CC/A']!]), refusal: { code: 'BU140' } },
    { name: 'a value of a stranger', given, fault: having(() => [ofStranger['CC/A']!]), refusal: { code: 'BU140' } },
    {
      name: 'values out of order',
      given,
      fault: having(() => ids('CC/A', 'PR/B').reverse()),
      refusal: { code: 'BU140' },
    },
    { name: 'a value twice', given, fault: having(() => ids('CC/A', 'CC/A')), refusal: { code: 'BU140' } },
    {
      name: 'two values of one dimension',
      given,
      fault: having(() => ids('CC/A', 'CC/B')),
      refusal: { code: 'BU140', message: 'at most one value of each dimension' },
    },
    { name: 'a value that is null', given, fault: having(() => [own['CC/A']!, null]), refusal: { code: 'BU140' } },
    {
      name: 'a list of none',
      given,
      fault: having(() => []),
      refusal: brokenCheck('journal_line_dimension_count'),
    },
    { name: 'an inactive value', given, fault: having(() => ids('CC/OLD')), refusal: { code: 'BU141' } },
    { name: 'a value of an inactive dimension', given, fault: having(() => ids('REST/A')), refusal: { code: 'BU141' } },
    { name: 'a value that is not valid yet', given, fault: having(() => ids('CC/APRIL')), refusal: { code: 'BU141' } },
    { name: 'a value that is over', given, fault: having(() => ids('CC/FEBRUARY')), refusal: { code: 'BU141' } },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));
});

describe('regular entries follow the rules of the account', () => {
  it('that needs a value, on each of its lines', async () => {
    await expectRefusal(ledger.post(await draft('4000', null)), {
      code: 'BU142',
      message: '4000 needs a value of the dimension CC',
    });
    await expectAccepted(ledger.post(await draft('4000', ids('CC/B'))));
    await expectAccepted(ledger.post(await draft('1910', null)));
  });

  it('that takes no value', async () => {
    const refusal = { code: 'BU142', message: '4000 takes no value of the dimension PR' };
    await expectRefusal(ledger.post(await draft('4000', ids('CC/B', 'PR/A'))), refusal);
  });

  it.each(['opening', 'closing'])('and entries of kind %s do not', async (kind) => {
    await expectAccepted(ledger.post(await draft('4000', ids('PR/A'), { kind })));
  });
});

describe('a reversal', () => {
  it('has the values of its original, whatever has become of them and of the rules', async () => {
    const { app, books, owner } = ledger;
    const original = await draft('1910', ids('PR/A', 'CC/A'));
    await ledger.post(original);
    const set = (status: string) =>
      inOrganization(app, books.organizationId, () =>
        app.query('UPDATE accounting.dimension_value SET status = $1 WHERE id = $2', [status, own['CC/A']]),
      );
    await addRule(app, books, {
      accountId: books.accounts['1910']!,
      dimensionId: own['PR']!,
      requirement: 'blocked',
    });
    await set('inactive');
    const mirrored = await draftReversal(owner, books, original);
    const bare = structuredClone(mirrored);
    bare.lines[0]!.dimension_value_ids = null;
    await expectRefusal(ledger.post(bare), { code: 'BU105' });
    const other = structuredClone(mirrored);
    other.lines[0]!.dimension_value_ids = ids('PR/A', 'CC/B');
    await expectRefusal(ledger.post(other), { code: 'BU105' });
    await expectRefusal(ledger.post(await draft('1930', ids('CC/A'))), { code: 'BU141' });
    await expectAccepted(ledger.post(mirrored));
    await set('active');
  });
});

describe('values and what follows from them', () => {
  const attempt = (text: string, values: unknown[] = []) =>
    inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

  it.each(['dimension_line', 'dimension_balance_month', 'dimension_balance_day'])(
    '%s is kept by lines alone',
    async (table) => {
      const statements: Record<string, [string, string]> = {
        dimension_line: [
          'DELETE FROM accounting.dimension_line',
          'UPDATE accounting.dimension_line SET line_number = 1',
        ],
        dimension_balance_month: [
          'DELETE FROM accounting.dimension_balance_month',
          'UPDATE accounting.dimension_balance_month SET debit = 1',
        ],
        dimension_balance_day: [
          'DELETE FROM accounting.dimension_balance_day',
          'UPDATE accounting.dimension_balance_day SET debit = 1',
        ],
      };
      for (const statement of statements[table]!) await expectRefusal(attempt(statement), { code: '42501' });
    },
  );

  it('never lose a dimension, a value or a rule, nor change what they are', async () => {
    for (const table of [
      'DELETE FROM accounting.dimension',
      'DELETE FROM accounting.dimension_value',
      'DELETE FROM accounting.dimension_rule',
      "UPDATE accounting.dimension SET code = 'X'",
      'UPDATE accounting.dimension_value SET dimension_id = id',
      'UPDATE accounting.dimension_rule SET account_id = id',
      'UPDATE accounting.account SET has_dimension_rules = false',
    ]) {
      await expectRefusal(attempt(table), { code: '42501' });
    }
    await expectRefusal(ledger.owner.query('DELETE FROM accounting.dimension_value'), { code: 'BU001' });
  });

  it('belong together', async () => {
    const { books, sister } = ledger;
    const insert = (legalEntityId: string, accountId: string, dimensionId: string, value: string | null) =>
      attempt(
        `INSERT INTO accounting.dimension_rule
           (organization_id, id, legal_entity_id, account_id, dimension_id, requirement, default_value_id)
         VALUES ($1, $2, $3, $4, $5, 'optional', $6)`,
        [books.organizationId, newId(), legalEntityId, accountId, dimensionId, value],
      );
    const account = books.accounts['3960']!;
    const entity = books.legalEntityId;
    await expectRefusal(
      insert(entity, sister.accounts['3960']!, own['CC']!, null),
      noSuchRow('dimension_rule_account_fk'),
    );
    await expectRefusal(insert(entity, account, ofSister['CC']!, null), noSuchRow('dimension_rule_dimension_fk'));
    await expectRefusal(insert(entity, account, own['CC']!, own['PR/A']!), noSuchRow('dimension_rule_default_fk'));
    await expectAccepted(insert(entity, account, own['CC']!, own['CC/A']!));
    await expectRefusal(insert(entity, account, own['CC']!, null), { code: '23505', constraint: 'dimension_rule_key' });
    await expectRefusal(
      attempt("UPDATE accounting.dimension_rule SET requirement = 'blocked' WHERE default_value_id IS NOT NULL"),
      brokenCheck('dimension_rule_blocked_without_default'),
    );
    await expectRefusal(
      attempt('UPDATE accounting.dimension_value SET valid_from = $1, valid_to = $2 WHERE id = $3', [
        '2026-02-01',
        '2026-01-31',
        own['CC/B'],
      ]),
      brokenCheck('dimension_value_validity'),
    );
  });

  it('are looked up by value: one row for each value of a line, none for a line without', async () => {
    const valued = await draft('1930', ids('CC/A', 'PR/A'));
    const bare = await draft('1930', null);
    bare.header.number += 1;
    await ledger.post(valued, bare);
    const { rows } = await ledger.owner.query(
      `SELECT dimension_value_id, account_id, entry_date::text, entry_id, line_number FROM accounting.dimension_line
       WHERE entry_id = ANY ($1) ORDER BY dimension_value_id`,
      [[valued.header.id, bare.header.id]],
    );
    const expected = ids('CC/A', 'PR/A').map((id) => ({
      dimension_value_id: id,
      account_id: ledger.books.accounts['1930'],
      entry_date: '2026-03-15',
      entry_id: valued.header.id,
      line_number: 1,
    }));
    expect(rows).toEqual(expected);
  });
});
