import { type Actor } from '../support/actor.js';
import { rowCounts } from '../support/row-counts.js';
import { afterClosing, beforeClosing, booksToClose, furnish, type Calendar } from '../support/year-end.js';

const years = '/v1/accounting/fiscal-years';
const first = '2026-01-01';
const lastDay = '2026-12-31';

let actor: Actor;
let calendar: Calendar;
beforeEach(async () => {
  ({ actor, calendar } = await booksToClose());
});

const openYear = (startsOn: string, endsOn: string) => actor.post(years, { startsOn, endsOn });

describe('reopening a fiscal year', () => {
  it('reverses the closing entry in its own period; it can be closed again, any number of times', async () => {
    await furnish(actor, calendar);
    for (const round of [1, 2, 3]) {
      const { body: closing } = await calendar.onYear('close', first);
      expect(await calendar.balances(lastDay)).toEqual(afterClosing);
      const reopened = await calendar.onYear('reopen', first, { reason: 'A voucher was found' });
      expect(reopened).toMatchObject({
        status: 200,
        headers: { etag: `"${2 * round + 1}"` },
        body: {
          fiscalYear: { status: 'open', statusReason: 'A voucher was found', closingEntryId: null },
          reversal: { entryDate: lastDay, periodId: closing.entry.periodId, total: '100.00' },
        },
      });
      expect(await actor.get(`/v1/accounting/journal-entries/${closing.entry.id}`)).toMatchObject({
        body: { status: 'reversed', reversedBy: reopened.body.reversal.id },
      });
      expect(await calendar.balances(lastDay)).toEqual(beforeClosing);
      expect(await calendar.failedChecks()).toEqual([]);
    }
    await calendar.onPeriod('reopen', first, 12, { reason: 'A voucher was found' });
    await actor.postEntry('4000', '1000', '5.00', { entryDate: lastDay });
    expect(await calendar.onYear('close', first)).toMatchObject({ body: { result: '65.00' } });
    expect(await calendar.balances(lastDay)).toEqual({ '1000': '65.00', '2091': '-65.00' });
    expect(await calendar.failedChecks()).toEqual([]);
  });

  it('takes a reason, and shows in a dry run what it would post', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    expect(await calendar.onYear('reopen', first, {})).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason' }] },
    });
    const counts = await rowCounts(actor.organizationId);
    expect(await calendar.onYear('reopen', first, { reason: 'To see' }, '?dryRun=true')).toMatchObject({
      status: 200,
      body: { outcome: 'dry_run', fiscalYear: { status: 'closed' }, reversal: { id: null, total: '100.00' } },
    });
    expect(await rowCounts(actor.organizationId)).toEqual(counts);
  });

  it('goes from the latest year on', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await actor.postEntry('1000', '3000', '5.00', { entryDate: '2027-01-02' });
    await calendar.closePeriodsBeforeLast('2027-01-01');
    expect(await calendar.onYear('close', first)).toMatchObject({ status: 200 });
    expect(await calendar.onYear('close', '2027-01-01')).toMatchObject({ status: 200, body: { result: '5.00' } });
    expect(await calendar.onYear('reopen', first, { reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'fiscal_year_transition', errors: [{ code: 'later_year_closed' }] },
    });
    expect(await calendar.onYear('reopen', '2027-01-01', { reason: 'x' })).toMatchObject({ status: 200 });
    expect(await calendar.onYear('reopen', first, { reason: 'x' })).toMatchObject({ status: 200 });
    expect(await calendar.onYear('reopen', first, { reason: 'x' })).toMatchObject({ status: 409 });
    expect(await calendar.failedChecks()).toEqual([]);
  });

  it('ends with the lock of the period that has the closing entry', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    expect(await calendar.onPeriod('lock-through', first, 12)).toMatchObject({ status: 200 });
    expect(await calendar.onYear('reopen', first, { reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'fiscal_year_transition', errors: [{ code: 'period_closed' }] },
    });
    expect(await calendar.year(first)).toMatchObject({ status: 'closed' });
  });
});
