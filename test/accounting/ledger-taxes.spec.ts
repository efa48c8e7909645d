import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { NewTaxLine } from '#modules/accounting/tax/lines/tax-lines.repository.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, draftReversal } from '../support/ledger-entries.js';
import { type Books, inOrganization } from '../support/ledger-fixture.js';
import {
  addTaxCode,
  INSERT_TAX_CODE,
  postTaxed,
  recordTaxLines,
  type TaxCodeFields,
  taxLineOf,
} from '../support/ledger-taxes.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Tax codes, rates, rules and lines by SQL alone, with the rights of the application; lines by the writer's statement.

let ledger: LedgerDatabase;
let code: string;
let parties: Receivables['parties'];

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  code = await addCode();
  await addRate({ validFrom: '2020-01-01' });
  ({ parties } = await addReceivables(ledger));
});
afterAll(() => ledger.close());

const within = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));

const addCode = ({ books = ledger.books, ...fields }: TaxCodeFields & { books?: Books } = {}) =>
  addTaxCode(ledger.app, books, fields);

const addRate = (fields: { of?: string; validFrom: string; validTo?: string; rate?: string; currency?: string }) => {
  const { of = code, validFrom, validTo = null, rate = '0.25', currency = null } = fields;
  const { organizationId, legalEntityId } = ledger.books;
  return within(
    `INSERT INTO accounting.tax_rate (organization_id, id, legal_entity_id, tax_code_id, valid_from, valid_to, rate, currency)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organizationId, newId(), legalEntityId, of, validFrom, validTo, rate, currency],
  );
};

describe('tax codes', () => {
  it('have accounts that take postings, of their legal entity', async () => {
    const leaf = { code: '23503', constraint: 'tax_code_output_leaf_fk' };
    await expectRefusal(addCode({ account: ledger.books.accounts['1900']! }), leaf);
    const ofSister = { code: '23503', constraint: 'tax_code_output_fk' };
    await expectRefusal(addCode({ account: ledger.sister.accounts['3000']! }), ofSister);
    const none = { code: '23514', constraint: 'tax_code_accounts' };
    await expectRefusal(addCode({ account: null as never }), none);
  });

  it('say why nothing is charged, or charge', async () => {
    const exemption = { code: '23514', constraint: 'tax_code_exemption' };
    await expectRefusal(addCode({ category: 'E' }), exemption);
    await expectRefusal(addCode({ reason: 'Because' }), exemption);
    await expectAccepted(addCode({ category: 'E', reason: 'Because' }));
  });

  it('that are groups have parts from the beginning, and no other ones', async () => {
    const { organizationId, legalEntityId } = ledger.books;
    const empty = [organizationId, newId(), legalEntityId, 'EMPTY', true, null, null, null, null, null];
    await expectRefusal(within(INSERT_TAX_CODE, empty), { code: 'BU424' });
    const part = `
      INSERT INTO accounting.tax_code_component (organization_id, id, legal_entity_id, tax_code_id, position, component_id, on_top_of)
      VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`;
    const id = newId();
    const group = [organizationId, id, legalEntityId, 'GROUP', true, null, null, null, null, null];
    const make = (position: number, component: string, onTopOf: number[]) =>
      inOrganization(ledger.app, organizationId, async () => {
        await ledger.app.query(INSERT_TAX_CODE, group);
        await ledger.app.query(part, [organizationId, legalEntityId, id, position, component, onTopOf]);
      });
    await expectRefusal(make(1, code, [1]), { code: '23514', constraint: 'tax_code_component_order' });
    await expectRefusal(make(1, id, []), { code: '23503', constraint: 'tax_code_component_part_fk' });
    await expectAccepted(make(1, code, []));
    const late = within(part, [organizationId, legalEntityId, id, 2, await addCode(), []]);
    await expectRefusal(late, { code: 'BU423' });
    const change = within('UPDATE accounting.tax_code SET is_group = false WHERE organization_id = $1', [
      organizationId,
    ]);
    await expectRefusal(change, { code: '42501' });
  });
});

describe('tax rates', () => {
  it('do not overlap, fit their code, and end once', async () => {
    await expectRefusal(addRate({ validFrom: '2027-01-01' }), { code: '23P01', constraint: 'tax_rate_no_overlap' });
    const other = await addCode({ category: 'Z' });
    await expectRefusal(addRate({ of: other, validFrom: '2020-01-01' }), { code: 'BU420' });
    await expectRefusal(addRate({ of: other, validFrom: '2020-01-01', rate: '0', currency: 'EUR' }), { code: 'BU420' });
    await expectAccepted(addRate({ of: other, validFrom: '2020-01-01', rate: '0' }));
    const close = (on: string) =>
      within('UPDATE accounting.tax_rate SET valid_to = $2 WHERE tax_code_id = $1', [other, on]);
    await expectAccepted(close('2020-12-31'));
    await expectRefusal(close('2021-12-31'), { code: 'BU421' });
    const change = within('UPDATE accounting.tax_rate SET rate = 0.3 WHERE tax_code_id = $1', [other]);
    await expectRefusal(change, { code: '42501' });
  });
});

it('no two active rules of a direction share a priority on a day', async () => {
  const { organizationId, legalEntityId } = ledger.books;
  const addRule = (from: string | null, to: string | null, priority = 1, status = 'active') =>
    within(
      `INSERT INTO accounting.tax_rule (organization_id, id, legal_entity_id, name, direction, priority, tax_code_id, valid_from, valid_to, status)
       VALUES ($1, gen_random_uuid(), $2, 'Rule', 'sale', $3, $4, $5, $6, $7)`,
      [organizationId, legalEntityId, priority, code, from, to, status],
    );
  await expectAccepted(addRule(null, '2026-06-30'));
  await expectRefusal(addRule('2026-06-30', null), { code: '23P01', constraint: 'tax_rule_priority' });
  await expectAccepted(addRule('2026-07-01', null));
  await expectAccepted(addRule(null, null, 2));
  await expectAccepted(addRule(null, null, 1, 'inactive'));
});

describe('tax lines', () => {
  /** An entry of 100.00, of which the second line is the tax, with tax lines beside it. */
  const post = async (...changes: Partial<NewTaxLine>[]) => {
    const draft = await draftEntry(ledger.owner, ledger.books);
    await postTaxed(
      ledger.app,
      draft,
      changes.map((changed) => taxLineOf(draft, code, changed)),
    );
  };
  const half = { tax: new Decimal(50), functionalTax: new Decimal(50) };

  it('sum to the journal lines that they are in', async () => {
    await expectAccepted(post({}));
    await expectAccepted(post(half, half));
    await expectAccepted(post());
    await expectRefusal(post(half), { code: 'BU426', message: 'do not sum to the journal line 2' });
    await expectRefusal(post({}, half), { code: 'BU426', message: 'do not sum to the journal line 2' });
    await expectRefusal(post({ lineNumber: 3 }), { code: 'BU426', message: 'no line 3' });
    await expectRefusal(post({ side: 'input', direction: 'purchase' }), { code: 'BU426' });
    await expectRefusal(post({ lineNumber: null }), { code: '23514', constraint: 'tax_line_in_books' });
    const untaxed = { lineNumber: null, tax: new Decimal(0), functionalTax: new Decimal(0) };
    await expectAccepted(post({}, untaxed));
  });

  it('are on an account of their code, in the currency and of the legal entity of their entry', async () => {
    const elsewhere = await addCode({ account: ledger.books.accounts['3960']! });
    await expectRefusal(post({ taxCodeId: elsewhere }), { code: 'BU426', message: 'on no account of its tax code' });
    await expectRefusal(post({ functionalBase: new Decimal(401) }), { code: 'BU425' });
    const fine = { base: new Decimal('0.001'), functionalBase: new Decimal('0.001') };
    await expectRefusal(post(fine), { code: 'BU425', message: 'more decimals' });
    const { legalEntityId } = ledger.sister;
    const ofSister = { legalEntityId, taxCodeId: await addCode({ books: ledger.sister }) };
    await expectRefusal(post(ofSister), { code: 'BU425', message: 'legal entity of its entry' });
  });

  it('are written with their entry, and never change', async () => {
    const draft = await draftEntry(ledger.owner, ledger.books);
    await ledger.post(draft);
    const { organizationId } = ledger.books;
    const late = inOrganization(ledger.app, organizationId, () =>
      recordTaxLines(ledger.app, organizationId, [taxLineOf(draft, code)]),
    );
    await expectRefusal(late, { code: 'BU425', message: 'together with their entry' });
    for (const text of ['UPDATE accounting.tax_line SET tax = 0', 'DELETE FROM accounting.tax_line']) {
      await expectRefusal(within([text, 'WHERE organization_id = $1'].join(' '), [organizationId]), { code: '42501' });
    }
  });

  it('keep the rates that they were made with', async () => {
    const used = await addCode();
    await addRate({ of: used, validFrom: '2026-01-01' });
    await post({ taxCodeId: used });
    const close = (on: string) =>
      within('UPDATE accounting.tax_rate SET valid_to = $2 WHERE tax_code_id = $1', [used, on]);
    await expectRefusal(close('2026-03-14'), { code: 'BU422' });
    await expectRefusal(within('DELETE FROM accounting.tax_rate WHERE tax_code_id = $1', [used]), { code: 'BU422' });
    await expectAccepted(close('2026-03-15'));
  });
});

describe('an entry that is reversed', () => {
  const linesOf = async (entryId: string) => {
    const { rows } = await ledger.owner.query(
      `SELECT position, line_number, tax_code_id, tax_point_on::text, base, tax, functional_base, functional_tax, party_id,
              document_id FROM accounting.tax_line WHERE entry_id = $1 ORDER BY position`,
      [entryId],
    );
    return rows as object[];
  };

  it('takes its tax lines back, on the day of the reversal', async () => {
    const taxed = await addCode();
    const draft = await draftEntry(ledger.owner, ledger.books);
    const partyId = parties.first;
    const untaxed = { lineNumber: null, tax: new Decimal(0), functionalTax: new Decimal(0) };
    await postTaxed(ledger.app, draft, [
      taxLineOf(draft, taxed, { partyId }),
      taxLineOf(draft, taxed, { ...untaxed, partyId }),
    ]);
    // Meanwhile the code is owed on another account; what was on the old one is taken back there.
    await within('UPDATE accounting.tax_code SET output_account_id = $2 WHERE id = $1', [
      taxed,
      ledger.books.accounts['3960'],
    ]);
    const reversal = await draftReversal(ledger.owner, ledger.books, draft);
    await ledger.post(reversal);
    const [before, after] = [await linesOf(draft.header.id), await linesOf(reversal.header.id)];
    expect(before).toHaveLength(2);
    const negated = (amount: string) => String(Number(amount) === 0 ? 0 : -Number(amount));
    expect(after).toEqual(
      before.map((line) => {
        const { base, tax, functional_base, functional_tax } = line as Record<string, string>;
        const amounts = { base, tax, functional_base, functional_tax };
        const mirrored = Object.entries(amounts).map(([name, amount]) => [name, negated(amount!)]);
        return { ...line, ...(Object.fromEntries(mirrored) as object), tax_point_on: '2026-04-15' };
      }),
    );
  });

  it('has no other tax lines than these', async () => {
    const draft = await draftEntry(ledger.owner, ledger.books);
    await postTaxed(ledger.app, draft, [taxLineOf(draft, code)]);
    const reversal = await draftReversal(ledger.owner, ledger.books, draft);
    const untaxed = { lineNumber: null, tax: new Decimal(0), functionalTax: new Decimal(0) };
    await expectRefusal(postTaxed(ledger.app, reversal, [taxLineOf(reversal, code, untaxed)]), {
      code: '23505',
      constraint: 'tax_line_position_key',
    });
    const plain = await draftEntry(ledger.owner, ledger.books);
    await ledger.post(plain);
    const other = await draftReversal(ledger.owner, ledger.books, plain);
    const added = postTaxed(ledger.app, other, [taxLineOf(other, code, untaxed)]);
    await expectRefusal(added, { code: 'BU425', message: 'takes back the taxes of its original' });
  });

  it('does not hold the rate of its original beyond its end', async () => {
    const ended = await addCode();
    await addRate({ of: ended, validFrom: '2020-01-01' });
    const draft = await draftEntry(ledger.owner, ledger.books);
    await postTaxed(ledger.app, draft, [taxLineOf(draft, ended)]);
    await ledger.post(await draftReversal(ledger.owner, ledger.books, draft));
    const close = (on: string) =>
      within('UPDATE accounting.tax_rate SET valid_to = $2 WHERE tax_code_id = $1', [ended, on]);
    await expectRefusal(close('2026-03-14'), { code: 'BU422' });
    await expectAccepted(close('2026-03-31'));
  });
});

it('tax lines are of parties of their legal entity', async () => {
  const draft = await draftEntry(ledger.owner, ledger.books);
  const nobody = { code: '23503', constraint: 'tax_line_party_fk' };
  await expectRefusal(postTaxed(ledger.app, draft, [taxLineOf(draft, code, { partyId: newId() })]), nobody);
  const { ofSister } = parties;
  await expectRefusal(postTaxed(ledger.app, draft, [taxLineOf(draft, code, { partyId: ofSister })]), nobody);
});
