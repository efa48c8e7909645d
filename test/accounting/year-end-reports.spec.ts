import { type Actor } from '../support/actor.js';
import { addDimensionWith, addRule } from '../support/dimensions.js';
import { afterClosing, beforeClosing, booksToClose, furnish, type Calendar } from '../support/year-end.js';

const years = '/v1/accounting/fiscal-years';
const reports = '/v1/accounting/reports';
const first = '2026-01-01';
const lastDay = '2026-12-31';

let actor: Actor;
let calendar: Calendar;
beforeEach(async () => {
  ({ actor, calendar } = await booksToClose());
});

const openYear = (startsOn: string, endsOn: string) => actor.post(years, { startsOn, endsOn });

const report = async (path: string) => {
  const { status, body, text } = await actor.get(`${reports}/${path}`);
  if (status !== 200) throw new Error(text);
  return body;
};

describe('the trial balance of a closed year', () => {
  it('shows closing entries apart, and the year before them where they are excluded', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    const { lines, totals, closingEntries } = await calendar.trialBalance(lastDay);
    expect(closingEntries).toBe('included');
    expect(lines).toContainEqual(
      expect.objectContaining({
        accountCode: '3000',
        debit: '0.00',
        credit: '100.00',
        closingEntriesDebit: '100.00',
        closingEntriesCredit: '0.00',
        closing: '0.00',
      }),
    );
    expect(totals).toEqual({
      opening: '0.00',
      debit: '130.00',
      credit: '130.00',
      closingEntriesDebit: '100.00',
      closingEntriesCredit: '100.00',
      closing: '0.00',
      comparisons: [],
    });
    expect(await calendar.balances(lastDay, '&closingEntries=excluded')).toEqual(beforeClosing);
    expect(await calendar.balances('2026-12-30')).toEqual({ '1000': '100.00', '3000': '-100.00' });
    expect(await actor.get(`${reports}/trial-balance?asOf=2026-12-31&closingEntries=no`)).toMatchObject({
      status: 400,
    });
  });

  it('counts the closing entries of earlier years, whatever becomes of its own', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await calendar.onYear('close', first);
    expect(await calendar.balances('2027-01-01', '&closingEntries=excluded')).toEqual(afterClosing);
  });
});

describe('the statements of a closed year', () => {
  it('show its result as before, and the sheet has it in equity', async () => {
    await furnish(actor, calendar);
    const income = `income-statement?from=${first}&to=${lastDay}`;
    const before = { ...(await report(income)), generatedAt: expect.any(String) };
    const unclosed = await report(`balance-sheet?asOf=${lastDay}`);
    await calendar.onYear('close', first);
    expect(await report(income)).toEqual(before);
    expect(before.result.amount).toBe('70.00');
    const closed = await report(`balance-sheet?asOf=${lastDay}`);
    expect(closed.assets).toEqual(unclosed.assets);
    expect([unclosed.equity.amount, closed.equity.amount, closed.difference]).toEqual(['70.00', '70.00', '0.00']);
    const equity = closed.equity.lines.map(({ accountCode, kind, amount }: Record<string, string>) => [
      accountCode ?? kind,
      amount,
    ]);
    expect(equity).toContainEqual(['2091', '70.00']);
    expect(equity).toContainEqual(['result_of_year', '0.00']);
    expect(equity).toContainEqual(['result_of_earlier_years', '0.00']);

    await calendar.onYear('reopen', first, { reason: 'A voucher was found' });
    expect(await report(income)).toEqual(before);
    const sheet = await report(`balance-sheet?asOf=${lastDay}`);
    expect(sheet.equity).toEqual(unclosed.equity);
  });

  it('compare it with the next one', async () => {
    await furnish(actor, calendar);
    await openYear('2027-01-01', '2027-12-31');
    await actor.postEntry('1000', '3000', '5.00', { entryDate: '2027-01-02' });
    await calendar.onYear('close', first);
    const { result } = await report('income-statement?from=2027-01-01&to=2027-12-31&compare=previous_year');
    expect(result).toEqual({ amount: '5.00', comparisons: [{ amount: '70.00', difference: '-65.00' }] });
  });
});

describe('the ledger of a closed year', () => {
  const sales = `account-statement?accountCode=3000&from=${first}&to=${lastDay}`;

  it('has closing entries among its lines, in sums of their own, or leaves them out', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    const { account } = await report(sales);
    expect(account).toMatchObject({
      debit: '0.00',
      credit: '100.00',
      closingEntriesDebit: '100.00',
      closingEntriesCredit: '0.00',
      closing: '0.00',
      lines: [
        { kind: 'regular', balance: '-100.00' },
        { kind: 'closing', balance: '0.00' },
      ],
    });
    const { account: before } = await report(`${sales}&closingEntries=excluded`);
    expect(before).toMatchObject({ credit: '100.00', closingEntriesDebit: '0.00', closing: '-100.00' });
    expect(before.lines).toHaveLength(1);
    // Nothing else has moved on retained earnings: it is shown for its closing entry alone.
    const { accounts } = await report(`general-ledger?from=${first}&to=${lastDay}&accountCode=2091`);
    expect(accounts).toMatchObject([
      { debit: '0.00', credit: '0.00', closingEntriesCredit: '70.00', lines: [{ kind: 'closing' }] },
    ]);
  });

  it('has the entry and its reversal once the year is open again', async () => {
    await furnish(actor, calendar);
    await calendar.onYear('close', first);
    await calendar.onYear('reopen', first, { reason: 'A voucher was found' });
    const { account } = await report(sales);
    expect(account).toMatchObject({ credit: '100.00', closingEntriesDebit: '100.00', closingEntriesCredit: '100.00' });
    expect(account.lines.map(({ kind }: { kind: string }) => kind)).toEqual(['regular', 'closing', 'closing']);
  });
});

describe('closing entries that are posted by hand', () => {
  it('count as such; closing the year takes what they have left', async () => {
    await furnish(actor, calendar);
    await actor.postEntry('3000', '2000', '100.00', { entryDate: lastDay, kind: 'closing' });
    const income = `income-statement?from=${first}&to=${lastDay}`;
    expect((await report(income)).result.amount).toBe('70.00');
    expect(await calendar.balances(lastDay, '&closingEntries=excluded')).toEqual(beforeClosing);
    const closing = await calendar.onYear('close', first);
    expect(closing.body).toMatchObject({ result: '-30.00', entry: { lines: [{ accountCode: '4000' }, {}] } });
    expect(await calendar.balances(lastDay)).toEqual({ '1000': '70.00', '2000': '-100.00', '2091': '30.00' });
    expect((await report(income)).result.amount).toBe('70.00');
    expect(await calendar.failedChecks()).toEqual([]);
  });
});

describe('a value of a dimension', () => {
  const ofStore = '&dimensionCode=COST-CENTRE&valueCode=STO';

  it('keeps the result that its lines came to, as closing entries have no values', async () => {
    const dimension = await addDimensionWith(actor, 'COST-CENTRE', 'STO');
    await addRule(actor, '3000', dimension.id, { requirement: 'required' });
    const dimensions = [{ dimensionCode: 'COST-CENTRE', valueCode: 'STO' }];
    const posted = await actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2026-03-15',
      description: 'Sale',
      lines: [
        { accountCode: '1000', debit: '100.00' },
        { accountCode: '3000', credit: '100.00', dimensions },
      ],
    });
    expect(posted).toMatchObject({ status: 201 });
    await calendar.nameRetainedEarnings('2091');
    await calendar.closePeriodsBeforeLast(first);
    await openYear('2027-01-01', '2027-12-31');
    expect(await calendar.onYear('close', first)).toMatchObject({ status: 200, body: { result: '100.00' } });
    expect(await calendar.balances(lastDay, ofStore)).toEqual({ '3000': '-100.00' });
    const next = await calendar.trialBalance('2027-12-31', ofStore);
    expect(next).toMatchObject({ lines: [], unclosedResult: '-100.00' });
    expect(await calendar.failedChecks()).toEqual([]);
  });
});

describe('an archived legal entity', () => {
  it('has no year that is closed or reopened', async () => {
    await furnish(actor, calendar);
    const legalEntity = `/v1/administration/legal-entities/${actor.legalEntityId}`;
    const archived = async (verb: 'archive' | 'reactivate') => {
      const { headers } = await actor.get(legalEntity);
      const answer = await actor.post(`${legalEntity}/${verb}`, {}, { 'If-Match': headers['etag']! });
      expect(answer).toMatchObject({ status: 200 });
    };
    const refused = {
      status: 409,
      body: { code: 'fiscal_year_transition', errors: [{ code: 'legal_entity_archived' }] },
    };
    await archived('archive');
    expect(await calendar.onYear('close', first, {}, '?dryRun=true')).toMatchObject({
      body: { blockers: [{ code: 'legal_entity_archived' }] },
    });
    expect(await calendar.onYear('close', first)).toMatchObject(refused);
    await archived('reactivate');
    expect(await calendar.onYear('close', first)).toMatchObject({ status: 200 });
    await archived('archive');
    expect(await calendar.onYear('reopen', first, { reason: 'x' })).toMatchObject(refused);
  });
});
