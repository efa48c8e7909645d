import { type Actor } from '../support/actor.js';
import { afterClosing, booksToClose, furnish, type Calendar } from '../support/year-end.js';

const years = '/v1/accounting/fiscal-years';
const first = '2026-01-01';
const lastDay = '2026-12-31';

let actor: Actor;
let calendar: Calendar;
beforeEach(async () => {
  ({ actor, calendar } = await booksToClose());
});

const openYear = (startsOn: string, endsOn: string) => actor.post(years, { startsOn, endsOn });

describe('a closed fiscal year', () => {
  const closed = { status: 409, body: { code: 'fiscal_year_closed', errors: [{ pointer: '/entryDate' }] } };
  const entry = {
    post: true,
    entryDate: lastDay,
    description: 'Late',
    softCloseReason: 'Late',
    lines: [
      { accountCode: '1000', debit: '1.00' },
      { accountCode: '2000', credit: '1.00' },
    ],
  };

  it('takes no entry of any kind, whoever posts it, and its periods are opened with it', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    for (const kind of ['regular', 'closing', 'opening']) {
      expect(await actor.post('/v1/accounting/journal-entries', { ...entry, kind })).toMatchObject(closed);
    }
    expect(await calendar.onPeriod('reopen', first, 12, { reason: 'Late' })).toMatchObject({
      status: 409,
      body: { code: 'period_transition', detail: expect.stringContaining('reopen the year first') },
    });
  });

  it('keeps its closing entry, on any date', async () => {
    await furnish(actor, calendar);
    const { body } = await calendar.onYear('close', first);
    await openYear('2027-01-01', '2027-12-31');
    for (const entryDate of [lastDay, '2027-01-01']) {
      const reverse = { entryDate, softCloseReason: 'Late' };
      expect(await actor.post(`/v1/accounting/journal-entries/${body.entry.id}/reverse`, reverse)).toMatchObject({
        status: 422,
        body: { code: 'reversal_refused', errors: [{ code: 'closes_fiscal_year' }] },
      });
    }
  });

  it('opens the next one with its balances, its result in equity, and income at zero', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await actor.postEntry('1000', '3000', '5.00', { entryDate: '2027-01-02' });
    const unclosed = await calendar.trialBalance('2027-01-31');
    expect(unclosed).toMatchObject({ unclosedResult: '-70.00', totals: { opening: '70.00' } });
    expect(await calendar.openings('2027-01-31')).toEqual({ '1000': '70.00' });
    await calendar.onYear('close', first);
    const shown = await calendar.trialBalance('2027-01-31');
    expect(shown).toMatchObject({ unclosedResult: '0.00', totals: { opening: '0.00', closing: '0.00' } });
    expect(await calendar.openings('2027-01-31')).toEqual(afterClosing);
    expect(await calendar.balances('2027-01-31')).toEqual({ '1000': '75.00', '2091': '-70.00', '3000': '-5.00' });
  });

  it('has no result that an opening entry could carry once more', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await calendar.onYear('close', first);
    const lines = [
      { accountCode: '3000', debit: '100.00' },
      { accountCode: '2000', credit: '100.00' },
    ];
    const carried = { ...entry, kind: 'opening', journalCode: 'OPENING', entryDate: '2027-01-01', lines };
    expect(await actor.post('/v1/accounting/journal-entries', carried)).toMatchObject({
      status: 422,
      body: { code: 'entry_refused', detail: expect.stringContaining('Account 3000 opens at zero') },
    });
  });

  it('cannot get a fiscal year before it', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    expect(await openYear('2025-01-01', '2025-12-31')).toMatchObject({
      status: 422,
      body: { code: 'fiscal_year_refused', errors: [{ pointer: '/startsOn', code: 'later_year_final' }] },
    });
  });

  it('is found by its status', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await calendar.onYear('close', first);
    const starts = async (status: string) =>
      (await actor.get(`${years}?status=${status}`)).body.data.map(({ startsOn }: { startsOn: string }) => startsOn);
    expect(await starts('closed')).toEqual([first]);
    expect(await starts('open')).toEqual(['2027-01-01']);
  });
});
