import { ask, versionOf } from '../support/accounting-programs.js';
import { type Actor, newActor } from '../support/actor.js';
import { realJournal } from '../support/plain-text-ledgers.js';
import { closingBalances } from '../support/trial-balances.js';

const path = '/v1/accounting/imports/plain-text';

async function openYears(actor: Actor, first: number, last: number) {
  for (let year = first; year <= last; year++) {
    const body = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    expect(await actor.post('/v1/accounting/fiscal-years', body)).toMatchObject({ status: 201 });
  }
}

async function imported(actor: Actor, body: object) {
  const answer = await actor.post(path, body);
  expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200, errors: undefined });
  return answer.body;
}

/** The transactions whose amounts are all in the currency, as the file has them: picked without the reader of the product. */
function inCurrency(file: string, currency: string): string[] {
  const transactions = file.match(/^\d{4}-\d\d-\d\d [^\n]*\n(?:[ \t]+\S[^\n]*\n)+/gm) ?? [];
  const commodities = (text: string) => Array.from(text.matchAll(/-?\d[\d.]* +([A-Za-z]+)/g), ([, name]) => name);
  return transactions.filter((text) =>
    commodities(text.slice(text.indexOf('\n'))).every((commodity) => commodity === currency),
  );
}

function hledgerCents(transactions: readonly string[], query: readonly string[]): [string, number][] {
  const table = ask('hledger', transactions.join('\n'), 'balance', ...query, '--flat', '-N', '--output-format=csv');
  const balances = Array.from(table.matchAll(/^"([^"]+)","(-?[\d.]+) USD"$/gm), ([, account, amount]) => {
    return [account!, Math.round(Number(amount) * 100)] as [string, number];
  });
  expect(balances).toHaveLength(table.trim().split('\n').length - 1);
  return balances;
}

describe.each(['vat.journal', 'bcexample.journal'])('the real journal %s', (name) => {
  const file = realJournal(name);
  if (!file) {
    it('is NOT beside this checkout: NOTHING was checked against it', () => {
      console.warn(`${name} is not beside this checkout: it was not imported`);
      expect(file).toBeUndefined();
    });
    return;
  }
  if (name === 'vat.journal') {
    it('is imported, with the balances that hledger has', async () => {
      const actor = await newActor(['owner'], 'GBP');
      await openYears(actor, 2025, 2025);
      const body = await imported(actor, { file, decimalSeparator: 'point', createMissing: true });
      expect(body).toMatchObject({
        entryCount: 4,
        lineCount: 12,
        skippedEntries: [],
        firstOn: '2025-01-01',
        lastOn: '2025-02-15',
      });
      const codes = new Map(
        (body.accountsCreated as { name: string; code: string }[]).map((one) => [one.name, one.code]),
      );
      const balances = await closingBalances(actor, 'asOf=2025-12-31');
      expect(balances[codes.get('assets:cash')!]).toBe(48000);
      if (versionOf('hledger') === undefined) return console.warn('hledger is not installed: it was not asked');
      const table = ask('hledger', file, 'balance', '--flat', '--no-total', '--output-format=csv');
      const asked = Array.from(table.matchAll(/^"([^"]+)","(-?)£(-?\d+)"$/gm), ([, account, sign, amount]) => {
        return [codes.get(account!), Number(`${sign}${amount}`) * 100] as const;
      });
      expect(asked.length).toBeGreaterThan(3);
      expect(balances).toEqual(Object.fromEntries(asked));
    });
    return;
  }
  it('is refused for its other commodities, each named, and imported without them, with the balances of hledger', async () => {
    const actor = await newActor(['owner'], 'USD');
    await openYears(actor, 2012, 2014);
    const body = { file, decimalSeparator: 'point', createMissing: true };
    const refused = await actor.post(path, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'import_refused' } });
    expect(new Set((refused.body.errors as { code: string }[]).map(({ code }) => code))).toEqual(
      new Set(['other_commodity']),
    );
    const report = await imported(actor, { ...body, skipOtherCommodities: true });
    const { entryCount, skippedEntries } = report;
    const all = file.match(/^\d{4}-\d\d-\d\d /gm)!.length;
    expect(skippedEntries.length).toBeGreaterThan(50);
    expect(entryCount + skippedEntries.length).toBe(all);
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
    const kept = inCurrency(file, 'USD');
    expect(kept).toHaveLength(entryCount);
    if (versionOf('hledger') === undefined) return console.warn('hledger is not installed: it was not asked');
    const created = report.accountsCreated as { name: string; code: string }[];
    const codes = new Map(created.map((one) => [one.name, one.code]));
    // Income and expenses begin anew with each fiscal year, all else goes on.
    for (const year of [2012, 2013, 2014]) {
      const until = ['--end', `${year + 1}-01-01`];
      const ofYear = hledgerCents(kept, ['^(Income|Expenses):', '--begin', `${year}-01-01`, ...until]);
      const asked = [...hledgerCents(kept, ['^(Assets|Liabilities|Equity):', ...until]), ...ofYear];
      expect(asked.length).toBeGreaterThan(10);
      const expected = Object.fromEntries(asked.map(([account, cents]) => [codes.get(account), cents]));
      expect(await closingBalances(actor, `asOf=${year}-12-31`)).toEqual(expected);
    }
  });
});
