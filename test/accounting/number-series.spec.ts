import { newId } from '#kernel/id.js';
import { SELECT_GAPS, SELECT_SERIES } from '#modules/accounting/journal/number-series.sql.js';
import { type Actor, newActor } from '../support/actor.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { rolledBack } from '../support/rolled-back.js';

const series = '/v1/accounting/number-series';
const voided = '/v1/accounting/voided-numbers';

describe('over HTTP', () => {
  let actor: Actor;

  beforeEach(async () => {
    actor = await newActor();
    await actor.openBooks();
  });

  const shown = async (query = '') => {
    const { body } = await actor.get(`${series}?${query}`);
    return body.series.map((one: Record<string, unknown>) =>
      ['journalCode', 'startsOn', 'firstNumber', 'lastNumber', 'entryCount', 'counter', 'isContiguous'].map(
        (name) => one[name],
      ),
    );
  };

  it('shows every series with its numbers', async () => {
    expect(await shown()).toEqual([
      ['GENERAL', '2026-01-01', null, null, 0, 0, true],
      ['OPENING', '2026-01-01', null, null, 0, 0, true],
      ['RECEIPTS', '2026-01-01', null, null, 0, 0, true],
    ]);
    await actor.postEntry('1000', '3000', '1.00');
    await actor.postEntry('1000', '3000', '2.00');
    await actor.post('/v1/accounting/fiscal-years', { startsOn: '2027-01-01', endsOn: '2027-12-31' });
    await actor.postEntry('1000', '3000', '3.00', { entryDate: '2027-01-31' });
    expect(await shown('journalCode=GENERAL')).toEqual([
      ['GENERAL', '2026-01-01', 1, 2, 2, 2, true],
      ['GENERAL', '2027-01-01', 1, 1, 1, 1, true],
    ]);
    const [{ fiscalYearId }] = (await actor.get(series)).body.series;
    expect(await shown(`fiscalYearId=${fiscalYearId}&journalCode=GENERAL`)).toHaveLength(1);
    expect(await shown(`legalEntityId=${actor.legalEntityId}`)).toHaveLength(6);
    const { status, body } = await actor.get(`${series}?legalEntityId=${newId()}`);
    expect([status, body.errors[0].pointer]).toEqual([422, '?legalEntityId']);
  });

  it('tells what the next entry is numbered, and whether one can be posted', async () => {
    await actor.postEntry('1000', '3000', '1.00');
    await actor.post('/v1/accounting/journals', { code: 'SALES', name: 'Sales journal' });
    const told = async () => {
      const { body } = await actor.get(series);
      return body.series.map((one: Record<string, unknown>) =>
        ['journalCode', 'journalName', 'nextNumber', 'isOpen'].map((name) => one[name]),
      );
    };
    const opening = ['OPENING', 'Opening balances', 1];
    const receipts = ['RECEIPTS', 'Receipts', 1];
    expect(await told()).toEqual([
      ['GENERAL', 'General journal', 2, true],
      [...opening, true],
      [...receipts, true],
      ['SALES', 'Sales journal', 1, true],
    ]);
    const { body: journals } = await actor.get('/v1/accounting/journals?code=SALES');
    await actor.patch(`/v1/accounting/journals/${journals.data[0].id}`, { status: 'inactive' }, '"1"');
    expect((await told()).at(-1)).toEqual(['SALES', 'Sales journal', 1, false]);
    const { body: periods } = await actor.get('/v1/accounting/fiscal-periods?sort=-startsOn&limit=1');
    for (const [action, version] of [
      ['close', 1],
      ['lock', 2],
    ] as const) {
      const path = `/v1/accounting/fiscal-periods/${periods.data[0].id}/${action}-through`;
      expect((await actor.post(path, { reason: 'Filed' }, { 'If-Match': `"${version}"` })).status).toBe(200);
    }
    expect((await told()).map((one: unknown[]) => one[3])).toEqual([false, false, false, false]);
  });

  it('answers the series and the register of gaps as files', async () => {
    await actor.postEntry('1000', '3000', '1.00');
    const csv = await actor.get(`${series}?journalCode=GENERAL`, { Accept: 'text/csv' });
    const [head, row] = csv.text.trim().split(/\r?\n/);
    expect(head).toMatch(
      /startsOn,endsOn,journalCode,journalName,firstNumber,lastNumber,nextNumber,entryCount,counter/,
    );
    expect(row).toMatch(/2026-01-01,2026-12-31,GENERAL,General journal,1,1,2,1,1,true,true$/);
    const gaps = await actor.get(`${series}/gaps`, { Accept: 'text/csv' });
    expect(gaps.text.trim()).toMatch(/^legalEntityId,[^\n]+journalCode,fromNumber,toNumber$/);
    for (const type of ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf']) {
      const answer = await actor.get(`${series}/gaps`, { Accept: type });
      expect([answer.status, answer.headers['content-type'], answer.headers['row-count']]).toEqual([200, type, '0']);
    }
  });

  it('finds no gap, whatever is refused in between', async () => {
    await actor.postEntry('1000', '3000', '1.00');
    const entry = {
      post: true,
      entryDate: '2026-03-05',
      description: 'x',
      lines: [
        { accountCode: '1000', debit: '1.00' },
        { accountCode: '9', credit: '1.00' },
      ],
    };
    expect((await actor.post('/v1/accounting/journal-entries', entry)).status).toBe(422);
    await actor.postEntry('1000', '3000', '1.00');
    const { body } = await actor.get(`${series}/gaps`);
    expect(body).toEqual({ status: 'complete', checkedAt: expect.any(String), gaps: [] });
    expect((await actor.get(`${series}/gaps?legalEntityId=${newId()}`)).status).toBe(422);
  });

  it('lists the numbers that were taken back, each with its reason', async () => {
    const first = await actor.postEntry('1000', '3000', '1.00');
    await actor.postEntry('1000', '3000', '2.00');
    const { body: reversal } = await actor.post(`/v1/accounting/journal-entries/${first.id}/reverse`, {
      entryDate: '2026-04-01',
      description: 'Posted to the wrong account',
    });
    const { body } = await actor.get(voided);
    expect(body.data).toEqual([
      {
        legalEntityId: actor.legalEntityId,
        journalId: expect.any(String),
        journalCode: 'GENERAL',
        fiscalYearId: first.fiscalYearId,
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        number: 1,
        entryId: first.id,
        entryDate: first.entryDate,
        description: 'Test entry',
        reversalId: reversal.id,
        reversalNumber: 3,
        reversedOn: '2026-04-01',
        reason: 'Posted to the wrong account',
        reversedBy: reversal.postedBy,
        reversedAt: reversal.postedAt,
      },
    ]);
    expect((await actor.get(`${voided}?number=2`)).body.data).toEqual([]);
    expect((await actor.get(`${voided}?journalCode=GENERAL&number[gte]=1`)).body.data).toHaveLength(1);
  });
});

describe('where somebody went around the database', () => {
  let ledger: LedgerDatabase;

  beforeAll(async () => {
    ledger = await createLedgerDatabase();
    for (let count = 0; count < 6; count++) await ledger.post(await draftEntry(ledger.owner, ledger.books));
  });
  afterAll(() => ledger?.close());

  /** What the register says once the numbers are gone. */
  const gapsWithout = (numbers: number[]) =>
    rolledBack(ledger.owner, async () => {
      const { owner, books } = ledger;
      await owner.query('ALTER TABLE accounting.journal_line DISABLE TRIGGER append_only');
      await owner.query('ALTER TABLE accounting.journal_entry DISABLE TRIGGER append_only');
      await owner.query(
        'DELETE FROM accounting.journal_line l USING accounting.journal_entry e WHERE e.id = l.entry_id AND e.number = ANY ($1)',
        [numbers],
      );
      await owner.query('DELETE FROM accounting.journal_entry WHERE number = ANY ($1)', [numbers]);
      const values = [books.organizationId, books.legalEntityId, null, 'GENERAL'];
      const { rows: gaps } = await owner.query<{ fromNumber: number; toNumber: number }>(SELECT_GAPS.text, values);
      const { rows: all } = await owner.query<{ isContiguous: boolean; counter: number }>(SELECT_SERIES.text, values);
      const used = all.find(({ counter }) => counter === 6);
      return { gaps: gaps.map(({ fromNumber, toNumber }) => `${fromNumber}-${toNumber}`), whole: used?.isContiguous };
    });

  it.each([
    [[], [], true],
    [[1], ['1-1'], false],
    [[3], ['3-3'], false],
    [[2, 3, 5], ['2-3', '5-5'], false],
    [[6], ['6-6'], false],
    [[1, 2, 3, 4, 5, 6], ['1-6'], false],
  ])('finds %j', async (numbers, gaps, whole) => expect(await gapsWithout(numbers)).toEqual({ gaps, whole }));
});
