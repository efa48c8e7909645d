import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addTaxCode, postTaxed, taxLineOf } from '../support/ledger-taxes.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Settlements of a return by SQL alone, with the rights of the application. The return declares a tax of 100.00 on account
// 3000, which a settlement takes to account 1930.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger?.close());

type Row = Record<string, unknown>;
type Step = [text: string, values: unknown[]];

const run = ([text, values]: Step) =>
  ledger.app.query(text, [ledger.books.organizationId, ledger.books.legalEntityId, ...values]);
const together = (...steps: (Step | EntryDraft)[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    for (const step of steps) await (Array.isArray(step) ? run(step) : insertEntries(ledger.app, step));
  });

const INSERT = {
  form: `INSERT INTO accounting.tax_return_form (organization_id, legal_entity_id, id, code, name, country, frequency)
         VALUES ($1, $2, $3, $4, 'Form', 'SE', 'quarterly')`,
  code: `INSERT INTO accounting.tax_return_form_code (organization_id, legal_entity_id, id, form_id, tax_code_id)
         VALUES ($1, $2, $3, $4, $5)`,
  version: `INSERT INTO accounting.tax_return_form_version
              (organization_id, legal_entity_id, id, form_id, number, valid_from, created_by, due_box_code)
            VALUES ($1, $2, $3, $4, 1, '2020-01-01', $3, $5)`,
  box: `INSERT INTO accounting.tax_return_box
          (organization_id, legal_entity_id, version_id, code, name, position, depth, amount, rounding, names_codes, side)
        VALUES ($1, $2, $3, '1', 'Box', 1, 0, 'tax', $4, false, $5)`,
  one: `INSERT INTO accounting.tax_return (organization_id, legal_entity_id, id, form_id, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, '2026-01-01', '2026-03-31')`,
  line: `INSERT INTO accounting.tax_return_line (organization_id, legal_entity_id, tax_line_id, return_id, is_late)
         SELECT $1, $2, t.id, $3, false FROM accounting.tax_line t WHERE t.entry_id = $4`,
  amount: `INSERT INTO accounting.tax_return_amount
             (organization_id, legal_entity_id, return_id, form_version_id, box_code, line_count, amount)
           VALUES ($1, $2, $3, $4, '1', $5, $6)`,
  settlement: `
    INSERT INTO accounting.tax_return_settlement
      (organization_id, legal_entity_id, id, return_id, number, settled_on, due_box_code, amount_due, rounding, account_id,
       rounding_account_id, entry_id, actor_id, action, request_id)
    SELECT $1, $2, s.id, s.return_id, s.number, s.settled_on, s.due_box_code, s.amount_due, s.rounding, s.account_id,
           s.rounding_account_id, s.entry_id, s.id, 'test', s.id
    FROM json_populate_record(NULL::accounting.tax_return_settlement, $3) s`,
  reversal: `
    INSERT INTO accounting.tax_return_settlement_reversal
      (organization_id, legal_entity_id, settlement_id, reversed_on, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, 'Wrong', $3, 'test', $3)`,
};
const FILE = `
  UPDATE accounting.tax_return SET status = 'filed', form_version_id = $4, filed_on = '2026-12-31', filed_by = $3, filed_at = now()
  WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3`;

/** A filed return of the first quarter of 2026; its box has the tax where that is 100.00, and else none. */
async function filed(rounding = 'exact', tax = '100.00'): Promise<string> {
  const code = await addTaxCode(ledger.app, ledger.books);
  const [form, version, id] = [newId(), newId(), newId()];
  const taxed = await draftEntry(ledger.owner, ledger.books, { total: tax });
  Object.assign(taxed.lines[0]!, { debit: tax, functional_debit: tax });
  Object.assign(taxed.lines[1]!, { credit: tax, functional_credit: tax });
  const amounts = { tax: new Decimal(tax), functionalTax: new Decimal(tax) };
  await postTaxed(ledger.app, taxed, [taxLineOf(taxed, code, amounts)]);
  const isInBox = tax === '100.00';
  await together(
    [INSERT.form, [form, form.slice(-12)]],
    [INSERT.code, [newId(), form, code]],
    [INSERT.version, [version, form, '1']],
    [INSERT.box, [version, rounding, isInBox ? 'output' : 'input']],
    [INSERT.one, [id, form]],
  );
  const amount: Step = [INSERT.amount, [id, version, isInBox ? 1 : 0, isInBox ? 100 : 0]];
  await together([FILE, [id, version]], [INSERT.line, [id, taxed.header.id]], amount);
  return id;
}

/** The entry on the last day of the period, and its settlement. */
async function drafted(returnId: string, { row = {}, amount = '100.00' }: { row?: Row; amount?: string } = {}) {
  const id = newId();
  const { accounts } = ledger.books;
  const entry = await draftEntry(ledger.owner, ledger.books, {
    origin: 'tax_return_settlement',
    origin_id: id,
    entry_date: '2026-03-31',
    total: amount,
  });
  const [debit, credit] = [
    {
      account_id: accounts['3000']!,
      debit: amount,
      functional_debit: amount,
      credit: '0.00',
      functional_credit: '0.00',
    },
    {
      account_id: accounts['1930']!,
      debit: '0.00',
      functional_debit: '0.00',
      credit: amount,
      functional_credit: amount,
    },
  ];
  Object.assign(entry.lines[0]!, debit);
  Object.assign(entry.lines[1]!, credit);
  const settlement: Row = {
    id,
    return_id: returnId,
    number: 1,
    settled_on: '2026-03-31',
    due_box_code: '1',
    amount_due: 100,
    rounding: 0,
    account_id: accounts['1930'],
    rounding_account_id: null,
    entry_id: entry.header.id,
    ...row,
  };
  return { id, entry, settlement, insert: [INSERT.settlement, [JSON.stringify(settlement)]] as Step };
}

async function settle(returnId: string, changes: Parameters<typeof drafted>[1] = {}) {
  const { entry, insert } = await drafted(returnId, changes);
  return together(entry, insert);
}

it('settles what was declared, as its box says, and nothing else', async () => {
  const id = await filed();
  const entryFault = { code: 'BU661', message: 'takes the taxes of its return' };
  await expectRefusal(settle(id, { amount: '99.00' }), entryFault);
  await expectRefusal(settle(id, { row: { account_id: ledger.books.accounts['4000'] } }), entryFault);
  await expectRefusal(settle(id, { row: { amount_due: 99 } }), { code: 'BU661', message: 'the box of the return' });
  await expectRefusal(settle(id, { row: { due_box_code: '2' } }), noSuchRow('tax_return_settlement_due_box_fk'));
  await expectRefusal(settle(id, { row: { settled_on: '2026-03-30' } }), { code: 'BU661', message: 'last day' });
  await expectRefusal(settle(id, { row: { settled_on: '2026-04-01' } }), { code: 'BU661', message: 'its own entry' });
  await expectRefusal(settle(id, { row: { number: 2 } }), { code: 'BU661', message: 'without a gap' });
  const { entry } = await drafted(id);
  await expectRefusal(together(entry), { code: 'BU663' });
  await expectAccepted(settle(id));
});

it('posts a rounding only where the form rounds', async () => {
  const settleRounded = async (rounding: string) => {
    const rounded = ledger.books.accounts['4000']!;
    const row = { amount_due: 0, rounding: -50, rounding_account_id: rounded };
    const { entry, insert } = await drafted(await filed(rounding, '50.00'), { row, amount: '50.00' });
    entry.lines[1]!.account_id = rounded;
    return together(entry, insert);
  };
  // Its box has none of the tax: what is due is nothing, and all 50.00 would be rounding.
  await expectRefusal(settleRounded('exact'), { code: 'BU661', message: 'not rounded' });
  await expectAccepted(settleRounded('whole_down'));
  const whole = { rounding: -100, rounding_account_id: ledger.books.accounts['4000'] };
  await expectRefusal(settle(await filed(), { row: whole }), brokenCheck('tax_return_settlement_rounding_check'));
  await expectRefusal(settle(await filed(), { row: { rounding: 1 } }), brokenCheck('tax_return_settlement_rounding'));
});

it('settles a return once, until the settlement is reversed with its entry', async () => {
  const id = await filed();
  const first = await drafted(id);
  await expectAccepted(together(first.entry, first.insert));
  await expectRefusal(settle(id), { code: 'BU660' });
  await expectRefusal(settle(id, { row: { number: 2 } }), { code: 'BU660' });
  const change =
    'UPDATE accounting.tax_return_settlement SET amount_due = 1 WHERE organization_id = $1 AND legal_entity_id = $2';
  await expectRefusal(together([change, []]), { code: '42501' });

  const mirror = await draftReversal(ledger.owner, ledger.books, first.entry);
  Object.assign(mirror.header, { origin: 'tax_return_settlement', origin_id: first.id });
  const reversal = (on: string): Step => [INSERT.reversal, [first.id, on]];
  await expectRefusal(together(mirror), { code: 'BU663' });
  await expectRefusal(together(reversal('2026-04-15')), { code: 'BU662' });
  await expectRefusal(together(mirror, reversal('2026-04-16')), { code: 'BU663' });
  await expectAccepted(together(mirror, reversal('2026-04-15')));
  await expectRefusal(together(reversal('2026-04-15')), {
    code: '23505',
    constraint: 'tax_return_settlement_reversal_pkey',
  });
  await expectRefusal(settle(id), { code: 'BU661', message: 'without a gap' });
  await expectAccepted(settle(id, { row: { number: 2 } }));
});
