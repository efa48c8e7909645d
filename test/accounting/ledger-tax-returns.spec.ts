import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, brokenCheck, noSuchRow } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addTaxCode, postTaxed, taxLineOf } from '../support/ledger-taxes.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Forms and returns by SQL alone, with the rights of the application.

let ledger: LedgerDatabase;
let code: string;
let form: string;
let version: string;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  code = await addTaxCode(ledger.app, ledger.books);
  form = await addForm();
  version = await addVersion([box('1'), box('2', { depth: 1, amount: null })], [term('2', 1, '1', 0)]);
  await within(INSERT.code, [newId(), form, code]);
});
afterAll(() => ledger?.close());

type Step = [text: string, values: unknown[]];
type Row = Record<string, unknown>;

/** Organization and legal entity are the first values of every statement. */
const run = ([text, values]: Step) =>
  ledger.app.query(text, [ledger.books.organizationId, ledger.books.legalEntityId, ...values]);
const together = (...steps: Step[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    for (const step of steps) await run(step);
  });
const within = (text: string, values: unknown[]) => together([text, values]);

const INSERT = {
  form: `INSERT INTO accounting.tax_return_form (organization_id, legal_entity_id, id, code, name, country, frequency)
         VALUES ($1, $2, $3, $4, 'Form', 'SE', 'quarterly')`,
  code: `INSERT INTO accounting.tax_return_form_code (organization_id, legal_entity_id, id, form_id, tax_code_id)
         VALUES ($1, $2, $3, $4, $5)`,
  version: `INSERT INTO accounting.tax_return_form_version (organization_id, legal_entity_id, id, form_id, number, valid_from, created_by)
            SELECT $1, $2, $3, $4, 1 + count(*), '2020-01-01', $3 FROM accounting.tax_return_form_version WHERE form_id = $4`,
  box: `INSERT INTO accounting.tax_return_box (organization_id, legal_entity_id, version_id, code, name, position, depth, amount, rounding, names_codes)
        SELECT $1, $2, $3, b.code, 'Box', b.position, b.depth, b.amount, 'exact', b.names_codes
        FROM json_to_record($4) AS b (code text, position integer, depth integer, amount text, names_codes boolean)`,
  term: `INSERT INTO accounting.tax_return_box_term (organization_id, legal_entity_id, version_id, box_code, box_depth, term_code, term_depth, position, is_subtracted)
         SELECT $1, $2, $3, t.box_code, t.box_depth, t.term_code, t.term_depth, 1, false
         FROM json_to_record($4) AS t (box_code text, box_depth integer, term_code text, term_depth integer)`,
  one: `INSERT INTO accounting.tax_return (organization_id, legal_entity_id, id, form_id, starts_on, ends_on, previous_ends_on, revision, amendment_reason, status)
        SELECT $1, $2, r.id, r.form_id, r.starts_on, r.ends_on, r.previous_ends_on, r.revision, r.amendment_reason, r.status
        FROM json_populate_record(NULL::accounting.tax_return, $3) r`,
  line: `INSERT INTO accounting.tax_return_line (organization_id, legal_entity_id, tax_line_id, return_id, is_late) VALUES ($1, $2, $3, $4, $5)`,
  amount: `INSERT INTO accounting.tax_return_amount (organization_id, legal_entity_id, return_id, form_version_id, box_code, line_count, amount)
           SELECT $1, $2, $3, $4, a.code, a.lines, a.amount
           FROM json_to_recordset($5) AS a (code text, lines integer, amount numeric)`,
};
const FILE = `
  UPDATE accounting.tax_return SET status = 'filed', form_version_id = $4, filed_on = $5, filed_by = $3, filed_at = now()
  WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3`;

async function addForm(): Promise<string> {
  const id = newId();
  await within(INSERT.form, [id, id.slice(-12)]);
  return id;
}

const box = (boxCode: string, more: Row = {}) => {
  return { code: boxCode, position: Number(boxCode), depth: 0, amount: 'tax', names_codes: false, ...more };
};
const term = (of: string, depth: number, named: string, termDepth: number) => {
  return { box_code: of, box_depth: depth, term_code: named, term_depth: termDepth };
};

async function addVersion(boxes: Row[], terms: Row[] = [], formId = form): Promise<string> {
  const id = newId();
  await together(
    [INSERT.version, [id, formId]],
    ...boxes.map((one): Step => [INSERT.box, [id, JSON.stringify(one)]]),
    ...terms.map((one): Step => [INSERT.term, [id, JSON.stringify(one)]]),
  );
  return id;
}

/** A return of a quarter of 2026. */
async function open(quarter: number, more: Row = {}, formId = form): Promise<string> {
  const id = newId();
  const [starts, ends] = [
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-07-01', '2026-09-30'],
  ][quarter - 1]!;
  const previous = [null, '2026-03-31', '2026-06-30'][quarter - 1];
  const row = { id, form_id: formId, starts_on: starts, ends_on: ends, previous_ends_on: previous };
  await within(INSERT.one, [JSON.stringify({ ...row, revision: 0, status: 'open', ...more })]);
  return id;
}

const nothing = [
  { code: '1', lines: 0, amount: 0 },
  { code: '2', lines: 0, amount: 0 },
];
const file = (
  id: string,
  { lines = [], amounts = nothing, on = '2026-12-31' }: { lines?: Step[]; amounts?: Row[] | null; on?: string } = {},
) =>
  together(
    [FILE, [id, version, on]],
    ...lines,
    ...(amounts ? [[INSERT.amount, [id, version, JSON.stringify(amounts)]] as Step] : []),
  );

/** A tax of 100.00 on 15 March 2026, and the id of its line. */
async function tax(taxCode = code, on = '2026-03-15'): Promise<string> {
  const draft = await draftEntry(ledger.owner, ledger.books);
  await postTaxed(ledger.app, draft, [taxLineOf(draft, taxCode, { taxPointOn: on })]);
  const { rows } = await ledger.owner.query<{ id: string }>('SELECT id FROM accounting.tax_line WHERE entry_id = $1', [
    draft.header.id,
  ]);
  return rows[0]!.id;
}

describe('forms', () => {
  it('report a tax code once, no group, of their legal entity', async () => {
    const other = await addForm();
    const taken = { code: '23505', constraint: 'tax_return_form_code_once' };
    await expectRefusal(within(INSERT.code, [newId(), other, code]), taken);
    const ofSister = await addTaxCode(ledger.app, ledger.sister);
    await expectRefusal(within(INSERT.code, [newId(), other, ofSister]), noSuchRow('tax_return_form_code_code_fk'));
  });

  it('have boxes without circles, whole and from the beginning', async () => {
    const sum = (boxCode: string, depth: number) => box(boxCode, { depth, amount: null });
    const circle = addVersion([sum('1', 1), sum('2', 2)], [term('2', 2, '1', 1), term('1', 1, '2', 2)]);
    await expectRefusal(circle, brokenCheck('tax_return_box_term_no_circle'));
    const pretended = addVersion([sum('1', 1), sum('2', 2)], [term('2', 2, '1', 1), term('1', 1, '2', 0)]);
    await expectRefusal(pretended, noSuchRow('tax_return_box_term_term_fk'));
    const unknown = addVersion([sum('1', 1)], [term('1', 1, '9', 0)]);
    await expectRefusal(unknown, noSuchRow('tax_return_box_term_term_fk'));
    await expectRefusal(addVersion([]), { code: 'BU551', message: 'one box at least' });
    await expectRefusal(addVersion([sum('1', 1)]), { code: 'BU551', message: 'lacks the codes or boxes' });
    await expectRefusal(addVersion([box('1', { names_codes: true })]), { code: 'BU551' });
    await expectRefusal(addVersion([box('1', { amount: null })]), brokenCheck('tax_return_box_kind'));
    await expectRefusal(addVersion([box('1', { depth: 1 })]), brokenCheck('tax_return_box_kind'));
    await expectRefusal(within(INSERT.box, [version, JSON.stringify(box('3'))]), { code: 'BU550' });
    const change = within(
      'UPDATE accounting.tax_return_box SET amount = $3 WHERE organization_id = $1 AND legal_entity_id = $2',
      ['base'],
    );
    await expectRefusal(change, { code: '42501' });
  });
});

describe('returns', () => {
  it('follow each other without a gap', async () => {
    const other = await addForm();
    const first = await open(1, {}, other);
    await expectRefusal(open(2, { previous_ends_on: null }, other), {
      code: '23505',
      constraint: 'tax_return_first_key',
    });
    await expectRefusal(open(3, {}, other), noSuchRow('tax_return_previous_fk'));
    const gap = open(2, { starts_on: '2026-04-02' }, other);
    await expectRefusal(gap, brokenCheck('tax_return_follows'));
    const overlap = open(2, { starts_on: '2026-03-31', previous_ends_on: '2026-03-31' }, other);
    await expectRefusal(overlap, brokenCheck('tax_return_follows'));
    await expectAccepted(open(2, {}, other));
    await expectRefusal(open(2, { ends_on: '2026-05-31' }, other), {
      code: '23505',
      constraint: 'tax_return_start_key',
    });
    const remove = within(
      'DELETE FROM accounting.tax_return WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3',
      [first],
    );
    await expectRefusal(remove, noSuchRow('tax_return_previous_fk'));
  });

  it('are filed in their order, after their period, once, with their lines and amounts', async () => {
    const [first, second] = [await open(1), await open(2)];
    await expectRefusal(open(3, { status: 'filed' }), { code: 'BU552' });
    const line = await tax();
    const later = await tax(code, '2026-05-15');
    const foreign = await tax(await addTaxCode(ledger.app, ledger.books));
    const link = (id: string, of = first, late = false): Step => [INSERT.line, [id, of, late]];
    const hundred = [
      { code: '1', lines: 1, amount: 100 },
      { code: '2', lines: 0, amount: 100 },
    ];
    await expectRefusal(file(second), { code: 'BU554', message: 'file it first' });
    await expectRefusal(file(first, { on: '2026-03-31' }), brokenCheck('tax_return_filed_after_period'));
    await expectRefusal(together(link(line)), { code: 'BU555', message: 'that it was filed with' });
    await expectRefusal(file(first, { lines: [link(line, first, true)], amounts: hundred }), {
      code: 'BU555',
      message: 'or late',
    });
    await expectRefusal(file(first, { lines: [link(later)] }), { code: 'BU555', message: 'or late' });
    await expectRefusal(file(first, { lines: [link(foreign)] }), { code: 'BU555', message: 'is reported on' });
    await expectRefusal(file(first, { amounts: null }), { code: 'BU556', message: 'with the amounts' });
    await expectRefusal(file(first, { lines: [link(line)] }), { code: 'BU556', message: 'Box 1 is 100 ' });
    const half = [hundred[0]!, { code: '2', lines: 0, amount: 99 }];
    await expectRefusal(file(first, { lines: [link(line)], amounts: half }), {
      code: 'BU556',
      message: 'Box 2 is 100',
    });
    await expectRefusal(file(first, { lines: [link(line)], amounts: [hundred[0]!] }), { code: 'BU556' });
    const [one] = hundred;
    const miscounted = [{ ...one, lines: 2 }, hundred[1]!];
    await expectRefusal(file(first, { lines: [link(line)], amounts: miscounted }), { code: 'BU556' });
    await expectAccepted(file(first, { lines: [link(line)], amounts: hundred }));

    const stays = { code: 'BU552', message: 'stays as it is' };
    await expectRefusal(file(first), stays);
    await expectRefusal(
      within(
        'UPDATE accounting.tax_return SET reference = $4 WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3',
        [first, 'x'],
      ),
      stays,
    );
    await expectRefusal(
      within('DELETE FROM accounting.tax_return WHERE organization_id = $1 AND legal_entity_id = $2 AND id = $3', [
        first,
      ]),
      stays,
    );
    await expectRefusal(together(link(await tax())), { code: 'BU555' });
    const twice = file(second, { lines: [link(line, second, true)], amounts: hundred });
    await expectRefusal(twice, { code: '23505', constraint: 'tax_return_line_pkey' });
    await expectAccepted(
      file(second, {
        lines: [link(later, second), link(await tax(), second, true)],
        amounts: hundred.map((a) => ({ ...a, lines: a.lines * 2, amount: 200 })),
      }),
    );

    const amend = (more: Row = {}) => open(1, { revision: 1, amendment_reason: 'Late', ...more });
    await expectRefusal(amend({ amendment_reason: null }), brokenCheck('tax_return_amendment'));
    await expectRefusal(amend({ ends_on: '2026-02-28' }), noSuchRow('tax_return_amended_fk'));
    await expectRefusal(amend({ revision: 2 }), noSuchRow('tax_return_amended_fk'));
    const amendment = await amend();
    await expectRefusal(amend(), { code: '23505', constraint: 'tax_return_revision_key' });
    await expectRefusal(amend({ revision: 2 }), { code: 'BU553' });
    // The whole of the period: what was filed first, and what came since.
    await expectRefusal(file(amendment, { lines: [link(await tax(code, '2025-12-31'), amendment, true)] }), {
      code: 'BU555',
    });
    const whole = hundred.map((a) => ({ ...a, lines: a.lines * 2, amount: 200 }));
    await expectAccepted(file(amendment, { lines: [link(await tax(), amendment)], amounts: whole }));
  });
});
