import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { rowCounts } from '../support/row-counts.js';
import { afterClosing, booksToClose, Calendar, furnish } from '../support/year-end.js';

const years = '/v1/accounting/fiscal-years';
const first = '2026-01-01';
const lastDay = '2026-12-31';

let actor: Actor;
let calendar: Calendar;
beforeEach(async () => {
  ({ actor, calendar } = await booksToClose());
});

const openYear = (startsOn: string, endsOn: string) => actor.post(years, { startsOn, endsOn });

describe('closing a fiscal year', () => {
  it('takes the result to retained earnings and closes the year and its last period', async () => {
    await furnish(actor, calendar);
    const answer = await calendar.onYear('close', first, { reason: 'Audited' });
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        outcome: 'done',
        version: 2,
        result: '70.00',
        blockers: [],
        fiscalYear: { status: 'closed', statusReason: 'Audited' },
        entry: {
          journalCode: 'GENERAL',
          number: 3,
          entryDate: lastDay,
          total: '100.00',
          lines: [
            { accountCode: '3000', debit: '100.00', credit: '0.00' },
            { accountCode: '4000', debit: '0.00', credit: '30.00' },
            { accountCode: '2091', debit: '0.00', credit: '70.00' },
          ],
        },
      },
    });
    const { entry, fiscalYear } = answer.body;
    expect(fiscalYear.closingEntryId).toBe(entry.id);
    expect((await actor.get(`${years}/${fiscalYear.id}`)).body).toEqual(fiscalYear);
    expect(await calendar.period(first, 12)).toMatchObject({ status: 'soft_closed', statusReason: 'Audited' });
    expect(await actor.get(`/v1/accounting/journal-entries/${entry.id}`)).toMatchObject({
      body: { kind: 'closing', entryDate: lastDay, number: 3, status: 'posted' },
    });
    expect(await calendar.balances(lastDay)).toEqual(afterClosing);
    expect(await calendar.failedChecks()).toEqual([]);
  });

  it('shows in a dry run what it would post, with all that stands in the way, and keeps nothing', async () => {
    await actor.postEntry('1000', '3000', '100.00');
    const counts = await rowCounts(actor.organizationId);
    const blocked = await calendar.onYear('close', first, {}, '?dryRun=true');
    expect(blocked).toMatchObject({ status: 200, body: { outcome: 'dry_run', version: 1, entry: null } });
    const codes = blocked.body.blockers.map(({ code }: { code: string }) => code);
    expect(codes).toEqual([
      ...Array.from({ length: 11 }, () => 'period_not_closed'),
      'retained_earnings_account_missing',
    ]);
    expect(await rowCounts(actor.organizationId)).toEqual(counts);

    await calendar.nameRetainedEarnings('2091');
    await calendar.closePeriodsBeforeLast(first);
    const ready = await rowCounts(actor.organizationId);
    expect(await calendar.onYear('close', first, {}, '?dryRun=true')).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: {
        blockers: [],
        result: '100.00',
        fiscalYear: { status: 'open' },
        entry: { id: null, number: null, total: '100.00' },
      },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(ready);
  });

  it('is refused with everything that stands in the way, and nothing is half done', async () => {
    await actor.postEntry('1000', '3000', '100.00');
    await openYear('2027-01-01', '2027-12-31');
    const { body: rent } = await actor.get('/v1/accounting/accounts?code=3000');
    const path = `/v1/accounting/accounts/${rent.data[0].id}`;
    await actor.patch(path, { status: 'inactive' }, `"${rent.data[0].version}"`);
    const counts = await rowCounts(actor.organizationId);
    const answer = await calendar.onYear('close', '2027-01-01');
    expect(answer).toMatchObject({ status: 409, body: { code: 'fiscal_year_transition' } });
    const codes = new Set(answer.body.errors.map(({ code }: { code: string }) => code));
    expect([...codes]).toEqual([
      'earlier_year_open',
      'period_not_closed',
      'retained_earnings_account_missing',
      'account_inactive',
    ]);
    expect(await rowCounts(actor.organizationId)).toEqual(counts);
    expect(await calendar.year('2027-01-01')).toMatchObject({ status: 'open', version: 1 });
  });

  it('has one effect for one key, and once more is refused', async () => {
    await furnish(actor, calendar);
    const { id } = await calendar.year(first);
    const close = (headers: object) => actor.post(`${years}/${id}/close`, {}, { 'If-Match': '"1"', ...headers });
    const answer = await close({ 'idempotency-key': 'close' });
    const again = await close({ 'idempotency-key': 'close' });
    expect(again).toMatchObject({ status: 200, body: answer.body, headers: { 'idempotent-replayed': 'true' } });
    expect(await close({})).toMatchObject({ status: 412 });
    expect(await calendar.onYear('close', first)).toMatchObject({
      status: 409,
      body: { code: 'fiscal_year_transition', detail: expect.stringContaining('is closed already') },
    });
    expect((await actor.get('/v1/accounting/journal-entries?kind=closing')).body.data).toHaveLength(1);
  });

  it('is one closing, however many ask at once', async () => {
    await furnish(actor, calendar);
    const { id } = await calendar.year(first);
    const close = () => actor.post(`${years}/${id}/close`, {}, { 'If-Match': '"1"' });
    const answers = await Promise.all(Array.from({ length: 5 }, close));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412, 412]);
    expect(await calendar.balances(lastDay)).toEqual(afterClosing);
    expect(await calendar.failedChecks()).toEqual([]);
  });

  it('needs no entry where nothing is left, and no last period that is open', async () => {
    await calendar.nameRetainedEarnings('2091');
    await calendar.onPeriod('close-through', first, 12);
    expect(await calendar.onYear('close', first)).toMatchObject({
      status: 200,
      body: { result: '0.00', entry: null, fiscalYear: { status: 'closed', closingEntryId: null } },
    });
    expect(await calendar.onYear('reopen', first, { reason: 'A voucher was found' })).toMatchObject({
      status: 200,
      body: { reversal: null, fiscalYear: { status: 'open' } },
    });
  });

  it('is for those who may, in their own organization', async () => {
    await furnish(actor, calendar);
    const { id } = await calendar.year(first);
    const headers = { 'If-Match': '"1"' };
    for (const verb of ['close', 'reopen']) {
      const path = `${years}/${id}/${verb}`;
      const body = verb === 'reopen' ? { reason: 'x' } : {};
      for (const role of ['bookkeeper', 'auditor', 'integrator']) {
        expect(await (await colleagueOf(actor, [role])).post(path, body, headers)).toMatchObject({ status: 403 });
      }
      expect(await (await newActor()).post(path, body, headers)).toMatchObject({ status: 404 });
      expect(await actor.post(path, body)).toMatchObject({ status: 428 });
    }
    const accountant = new Calendar(await colleagueOf(actor, ['accountant']));
    expect(await accountant.onYear('close', first)).toMatchObject({ status: 200 });
  });

  it('tells of itself in the audit trail and in events', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first, { reason: 'Audited' });
    await calendar.onYear('reopen', first, { reason: 'A voucher was found' });
    const { id } = await calendar.year(first);
    const { audit, events } = await asOwner(async (owner) => {
      const trail = await owner.query(
        `SELECT operation, action, row_after ->> 'status' AS status, row_after ->> 'status_reason' AS reason
         FROM platform.audit_entry WHERE table_name = 'accounting.fiscal_year' AND row_id = $1 ORDER BY 3, 1`,
        [id],
      );
      const outbox = await owner.query(
        'SELECT type, data FROM platform.outbox_event WHERE organization_id = $1 AND subject = $2 ORDER BY sequence',
        [actor.organizationId, id],
      );
      return { audit: trail.rows, events: outbox.rows };
    });
    const action = 'accounting.fiscal_year.close';
    expect(audit).toEqual(
      expect.arrayContaining([
        { operation: 'update', action, status: 'closed', reason: 'Audited' },
        { operation: 'update', action, status: 'open', reason: 'A voucher was found' },
      ]),
    );
    expect(events).toMatchObject([
      { type: 'accounting.fiscal_year.closed.v1', data: { fiscalYearId: id, startsOn: first } },
      { type: 'accounting.fiscal_year.reopened.v1', data: { fiscalYearId: id, startsOn: first } },
    ]);
  });
});

describe('a posting that races with the closing of its year', () => {
  it('lies before it or is refused', async () => {
    await furnish(actor, calendar);
    const posts = Array.from({ length: 12 }, (_, index) =>
      actor.post('/v1/accounting/journal-entries', {
        post: true,
        entryDate: lastDay,
        description: `Sale ${index}`,
        softCloseReason: 'Late',
        lines: [
          { accountCode: '1000', debit: '1.00' },
          { accountCode: '3000', credit: '1.00' },
        ],
      }),
    );
    const [closing, ...answers] = await Promise.all([calendar.onYear('close', first), ...posts]);
    expect(closing).toMatchObject({ status: 200 });
    const posted = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.code}`);
    expect(refused).toEqual(refused.map(() => '409 fiscal_year_closed'));
    expect(closing!.body.result).toBe(`${70 + posted}.00`);
    expect(await calendar.balances(lastDay)).toEqual({ '1000': `${70 + posted}.00`, '2091': `-${70 + posted}.00` });
    expect(await calendar.failedChecks()).toEqual([]);
  });
});
