import fc from 'fast-check';
import { type AccountingProgram, ask, balancesBy, versionOf } from '../support/accounting-programs.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { openReportBooks, post, randomBooks } from '../support/report-books.js';
import { realSieFile } from '../support/sie-files.js';
import { closingBalances } from '../support/trial-balances.js';

const exported = '/v1/accounting/exports/plain-text';
const programs: AccountingProgram[] = ['hledger', 'ledger'];

async function journalOf(actor: Actor, query = ''): Promise<string> {
  const { status, headers, text, body } = await actor.get(`${exported}${query}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
  return text;
}

const create = async (actor: Actor, path: string, body: object) =>
  expect(await actor.post(`/v1/accounting/${path}`, body)).toMatchObject({ status: 201 });

/** Books with all that a line can have, in names and texts that mean something to the programs. */
async function oddBooks(): Promise<Actor> {
  const actor = await newActor();
  await actor.openBooks();
  await create(actor, 'accounts', { code: '1940', name: 'Bank; "USD"  (x): [2020-01-01] = @ 5', type: 'asset' });
  await create(actor, 'accounts', { code: '1941', name: '*!(yen)', type: 'asset' });
  await create(actor, 'journals', { code: 'A-B', name: 'Odd' });
  await create(actor, 'dimensions', { code: 'date', name: 'Date', kind: 'custom' });
  const { body } = await actor.get('/v1/accounting/dimensions');
  await create(actor, 'dimension-values', { dimensionId: body.data[0].id, code: '2020-01-01', name: 'Day' });
  const dimensions = [{ dimensionCode: 'date', valueCode: '2020-01-01' }];
  const rate = (exchangeRate: string) => ({ exchangeRate, exchangeRateSource: 'ECB; [2020-01-01]' });
  await create(actor, 'journal-entries', {
    post: true,
    entryDate: '2026-02-01',
    journalCode: 'A-B',
    description: '(x) * Sale; date:2020-01-01  | two',
    reference: '[2020-02-02], date:2020-01-01',
    externalSource: 'shop',
    externalId: '4711',
    lines: [
      { accountCode: '1940', debit: '99.99', currency: 'USD', ...rate('0.92345'), description: 'date:2019-01-01' },
      { accountCode: '1941', debit: '12345', currency: 'JPY', ...rate('0.0061'), dimensions },
      { accountCode: '3000', credit: '167.64', description: '= 0 EUR ; [2020-01-01]' },
    ],
  });
  await actor.postEntry('4000', '1000', '0.07', { description: '! 50% off', reference: '100 %' });
  return actor;
}

describe('the file', () => {
  it('has accounts, currencies and entries of the range', async () => {
    const actor = await newActor();
    await actor.openBooks();
    await actor.postEntry('1000', '3000', '12.50', { entryDate: '2026-01-10', description: 'Sale' });
    const { body } = await actor.get('/v1/accounting/journal-entries');
    await actor.postEntry('1000', '3000', '1.00', { entryDate: '2026-01-11' });
    const answer = await actor.get(`${exported}?from=2026-01-01&to=2026-01-10`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="books-2026-01-01-2026-01-10.journal"');
    expect(answer.text.split('\n\n').slice(1)).toEqual([
      'commodity EUR\n  format 1000.00 EUR',
      'account Assets:1000 Cash\n  ; type: A\n  ; code: 1000',
      'account Assets:1930 Bank\n  ; type: C\n  ; code: 1930',
      'account Equity:2000 Equity\n  ; type: E\n  ; code: 2000',
      'account Revenues:3000 Sales\n  ; type: R\n  ; code: 3000',
      'account Expenses:3999 Rounding\n  ; type: X\n  ; code: 3999',
      'account Expenses:4000 Rent\n  ; type: X\n  ; code: 4000',
      `2026-01-10 * (GENERAL 1) Sale\n  ; id: ${body.data[0].id}\n  ; journal: GENERAL\n  Assets:1000 Cash  12.50 EUR\n  Revenues:3000 Sales  -12.50 EUR`,
      '',
    ]);
  });

  it('is that of a legal entity without books, too', async () => {
    expect(await journalOf(await newActor())).toMatch(/^; Books of .* in EUR, entries from the first to the last\n/);
  });

  it('goes over many pages, each entry once, in order', async () => {
    const actor = await newActor();
    await actor.openBooks();
    const lines = [
      { accountCode: '1000', debit: '1.00' },
      { accountCode: '3000', credit: '1.00' },
    ];
    const entries = Array.from({ length: 450 }, (_, index) => ({
      entryDate: `2026-0${1 + (index % 3)}-01`,
      description: `Entry ${index}`,
      lines,
    }));
    await actor.post('/v1/accounting/journal-entries/bulk', { mode: 'atomic', entries });
    const heads = (await journalOf(actor)).match(/^2026-.*$/gm)!;
    expect(new Set(heads).size).toBe(450);
    expect(heads.map((head) => head.slice(0, 10))).toEqual(heads.map((head) => head.slice(0, 10)).sort());
  });

  it('is for those who read entries, of a range in order, of a legal entity that there is', async () => {
    const actor = await newActor();
    expect(await (await colleagueOf(actor, ['auditor'])).get(exported)).toMatchObject({ status: 200 });
    expect(await actor.get(`${exported}?from=2026-02-01&to=2026-01-01`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '?to', code: 'range_reversed' }] },
    });
    expect(await actor.get(`${exported}?legalEntityId=${actor.organizationId}`)).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_unknown' },
    });
  });
});

describe.each(programs)('%s', (program) => {
  const version = versionOf(program);
  if (version === undefined) {
    it('is NOT installed: NOTHING was checked with it', () => {
      console.warn(`${program} is not installed: it has not checked the balances of an exported journal`);
      expect(version).toBeUndefined();
    });
    return;
  }

  it('has the balances of the trial balance, account by account', async () => {
    await fc.assert(
      fc.asyncProperty(randomBooks, async (entries) => {
        const actor = await newActor();
        await openReportBooks(actor);
        await post(actor, entries);
        const first = await journalOf(actor, '?to=2025-12-31');
        expect(balancesBy(program, first)).toEqual(await closingBalances(actor, 'asOf=2025-12-31'));
      }),
      { numRuns: 3 },
    );
  });

  it('reads names and texts that would mean something to it as what they are', async () => {
    const actor = await oddBooks();
    const journal = await journalOf(actor);
    expect(balancesBy(program, journal)).toEqual(await closingBalances(actor, 'asOf=2026-12-31'));
    expect(ask(program, journal, 'print')).not.toMatch(/^20(?:19|20)-/m);
    expect(balancesBy(program, await journalOf(actor, '?from=2026-03-01'))).toEqual({ '4000': 7, '1000': -7 });
  });

  describe.each([
    ['BL0001_typ4.SE', '2010-06-30'],
    ['SIE_exempelfil.se', '2011-12-31'],
  ])('of the real books of %s', (name, endsOn) => {
    const file = realSieFile(name);
    if (!file) {
      it('is NOT beside this checkout: NOTHING was checked against it', () => {
        console.warn(`${name} is not beside this checkout: ${program} has not checked its export`);
        expect(file).toBeUndefined();
      });
      return;
    }
    it('has the balances of the trial balance', async () => {
      const actor = await newActor();
      expect(await actor.upload('/v1/accounting/imports/sie', file)).toMatchObject({ status: 200 });
      const balances = balancesBy(program, await journalOf(actor));
      expect(Object.keys(balances).length).toBeGreaterThan(20);
      expect(balances).toEqual(await closingBalances(actor, `asOf=${endsOn}`));
    });
  });
});
