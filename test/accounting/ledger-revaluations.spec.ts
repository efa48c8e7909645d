import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { draftEntry, draftReversal, type EntryDraft, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Revaluations by SQL alone, with the rights of the application: 1,000.00 dollars on account 1930 at 900.00 come to 1,000.00, and
// the difference of 100.00 stands on account 1910.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger?.close());

type Row = Record<string, unknown>;
type Step = [text: string, values: unknown[]];

const INSERT = {
  line: `
    INSERT INTO accounting.revaluation_line
      (organization_id, legal_entity_id, id, run_id, kind, item_id, account_id, currency, amount, functional_amount, exchange_rate,
       exchange_rate_source, revalued_amount, recognized_before, difference, adjustment_account_id)
    SELECT $1, $2, l.id, l.run_id, l.kind, l.item_id, l.account_id, l.currency, l.amount, l.functional_amount, l.exchange_rate,
           l.exchange_rate_source, l.revalued_amount, l.recognized_before, l.difference, l.adjustment_account_id
    FROM json_populate_record(NULL::accounting.revaluation_line, $3) l`,
  run: `
    INSERT INTO accounting.revaluation_run
      (organization_id, legal_entity_id, id, as_of, number, exchange_rate_type, entry_id, actor_id, action, request_id)
    SELECT $1, $2, r.id, r.as_of, r.number, 'closing', r.entry_id, r.id, 'test', r.id
    FROM json_populate_record(NULL::accounting.revaluation_run, $3) r`,
  schedule: `
    INSERT INTO accounting.scheduled_reversal (organization_id, legal_entity_id, id, entry_id, reverses_on)
    VALUES ($1, $2, $3, $4, $5)`,
};

const CHANGE = {
  line: 'UPDATE accounting.revaluation_line SET difference = 1 WHERE organization_id = $1 AND legal_entity_id = $2',
  run: 'UPDATE accounting.revaluation_run SET number = 7 WHERE organization_id = $1 AND legal_entity_id = $2',
  day: `UPDATE accounting.scheduled_reversal SET reverses_on = '2026-03-20'
        WHERE organization_id = $1 AND legal_entity_id = $2 AND entry_id = $3`,
  status: `UPDATE accounting.scheduled_reversal SET status = 'cancelled'
           WHERE organization_id = $1 AND legal_entity_id = $2 AND entry_id = $3`,
};

const together = (...steps: (Step | EntryDraft)[]) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    const { organizationId, legalEntityId } = ledger.books;
    for (const step of steps) {
      if (Array.isArray(step)) await ledger.app.query(step[0], [organizationId, legalEntityId, ...step[1]]);
      else await insertEntries(ledger.app, step);
    }
  });

interface Changes {
  run?: Row;
  line?: Row;
  amount?: string;
  reversesOn?: string;
  /** Of the entry's first line. */
  account?: string;
}

/** A run of the day with its entry; each day is of one test. */
async function drafted(day: string, { run = {}, line = {}, amount = '100.00', reversesOn, account }: Changes = {}) {
  const { accounts } = ledger.books;
  const id = newId();
  const entry = await draftEntry(ledger.owner, ledger.books, {
    origin: 'revaluation',
    origin_id: id,
    entry_date: day,
    total: amount,
  });
  const [debit, credit] = entry.lines;
  Object.assign(debit!, { account_id: accounts[account ?? '1910'], debit: amount, functional_debit: amount });
  Object.assign(credit!, { credit: amount, functional_credit: amount });
  const valued = {
    amount: 1000,
    functional_amount: 900,
    exchange_rate: 1,
    revalued_amount: 1000,
    recognized_before: 0,
  };
  const kept: Row = {
    id: newId(),
    run_id: id,
    kind: 'account',
    item_id: null,
    account_id: accounts['1930'],
    currency: 'USD',
    ...valued,
    exchange_rate_source: 'test',
    difference: 100,
    adjustment_account_id: accounts['1910'],
    ...line,
  };
  const nextDay = `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`;
  const steps: (Step | EntryDraft)[] = [
    [INSERT.line, [JSON.stringify(kept)]],
    entry,
    [INSERT.schedule, [newId(), entry.header.id, reversesOn ?? nextDay]],
    [INSERT.run, [JSON.stringify({ id, as_of: day, number: 1, entry_id: entry.header.id, ...run })]],
  ];
  return { id, entry, steps, line: kept };
}
const revalue = async (day: string, changes?: Changes) => together(...(await drafted(day, changes)).steps);

it('posts the differences of its lines, and nothing else', async () => {
  const fault = { code: 'BU780', message: 'the differences of its lines' };
  await expectRefusal(revalue('2026-03-01', { amount: '99.00' }), fault);
  await expectRefusal(revalue('2026-03-01', { account: '1930' }), fault);
  await expectAccepted(revalue('2026-03-01'));
});

it('adds up, line by line', async () => {
  const broken = (line: Row, name: string) =>
    expectRefusal(revalue('2026-03-02', { line }), brokenCheck(`revaluation_line_${name}`));
  await broken({ revalued_amount: 1001, difference: 101 }, 'value');
  await broken({ difference: 101 }, 'difference');
  await broken({ recognized_before: 1 }, 'difference');
  await broken({ item_id: newId() }, 'item');
  await broken({ functional_amount: 1000, difference: 0 }, 'difference_check');
  await expectRefusal(
    revalue('2026-03-02', { line: { kind: 'receivable', item_id: newId() } }),
    noSuchRow('revaluation_line_item_fk'),
  );
});

it('is of its entry, and is taken back the day after', async () => {
  const fault = { code: 'BU780', message: 'the day after takes back' };
  await expectRefusal(revalue('2026-03-03', { reversesOn: '2026-03-05' }), fault);
  await expectRefusal(revalue('2026-03-03', { run: { as_of: '2026-03-02' } }), fault);
  const { entry } = await drafted('2026-03-03');
  await expectRefusal(together(entry), { code: 'BU782' });
});

it('counts the runs of a day without a gap', async () => {
  await expectRefusal(revalue('2026-03-05', { run: { number: 2 } }), { code: 'BU780', message: 'without a gap' });
  await expectAccepted(revalue('2026-03-05'));
  await expectRefusal(revalue('2026-03-05'), { code: '23505', constraint: 'revaluation_run_number_key' });
  await expectAccepted(revalue('2026-03-05', { run: { number: 2 } }));
});

it('takes no line later, and changes none', async () => {
  const { steps, line } = await drafted('2026-03-07');
  await expectAccepted(together(...steps));
  const further: Step = [
    INSERT.line,
    [JSON.stringify({ ...line, id: newId(), account_id: ledger.books.accounts['1910'] })],
  ];
  await expectRefusal(together(further), { code: 'BU781' });
  for (const change of [CHANGE.line, CHANGE.run]) await expectRefusal(together([change, []]), { code: '42501' });
});

it('lets nobody take its entry back on another day, or leave it standing', async () => {
  const { entry, steps } = await drafted('2026-03-09');
  await expectAccepted(together(...steps));
  await expectRefusal(together([CHANGE.day, [entry.header.id]]), { code: 'BU783' });
  await expectRefusal(together([CHANGE.status, [entry.header.id]]), { code: 'BU783' });
  const mirror = async (on: string) => {
    const draft = await draftReversal(ledger.owner, ledger.books, entry);
    draft.header.entry_date = on;
    for (const line of draft.lines) line.entry_date = on;
    Object.assign(draft.header, {
      origin: 'revaluation',
      origin_id: entry.header.origin_id,
      period_id: ledger.books.periods['2026-03-01'],
    });
    return draft;
  };
  await expectRefusal(together(await mirror('2026-03-11')), { code: 'BU782' });
  await expectAccepted(together(await mirror('2026-03-10')));
});
