import { type Actor, newActor } from '../support/actor.js';
import { openReportBooks } from '../support/report-books.js';

const reports = '/v1/accounting/reports';
const year = 'from=2025-01-01&to=2025-12-31';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openReportBooks(actor);
});

const get = async (path: string) => {
  const { status, body, text } = await actor.get(`${reports}/${path}`);
  if (status !== 200) throw new Error(text);
  return body;
};

describe('the general ledger', () => {
  it('names the entry, its number and the other side of every line', async () => {
    const entry = await actor.postEntry('1000', '3000', '10.00', {
      entryDate: '2025-02-01',
      description: 'Cash sale',
      reference: 'R 1',
      currency: 'USD',
      exchangeRate: '2',
      exchangeRateSource: 'Test',
    });
    const { accounts } = await get(`general-ledger?${year}`);
    expect(accounts).toHaveLength(2);
    expect(accounts[0]).toMatchObject({ accountCode: '1000', opening: '0.00', debit: '20.00', closing: '20.00' });
    expect(accounts[0].lines).toEqual([
      {
        entryId: entry.id,
        journalCode: 'GENERAL',
        number: 1,
        lineNumber: 1,
        entryDate: '2025-02-01',
        kind: 'regular',
        description: 'Cash sale',
        reference: 'R 1',
        counterAccountCodes: ['3000'],
        debit: '20.00',
        credit: '0.00',
        balance: '20.00',
        transactionCurrency: 'USD',
        transactionAmount: '10.00',
      },
    ]);
    expect((await actor.get(`/v1/accounting/journal-entries/${accounts[0].lines[0].entryId}`)).status).toBe(200);
  });

  it('takes a group for the accounts below it, and shows accounts that only have an opening', async () => {
    await actor.postEntry('1100', '2000', '5.00', { entryDate: '2025-01-01', kind: 'opening' });
    await actor.postEntry('1000', '2000', '7.00', { entryDate: '2025-01-02' });
    const { accounts } = await get(`general-ledger?${year}&accountCode=1`);
    expect(accounts).toMatchObject([
      { accountCode: '1000', opening: '0.00', closing: '7.00', lines: [{ balance: '7.00' }] },
      { accountCode: '1100', opening: '5.00', closing: '5.00', lines: [] },
    ]);
    const later = await get('general-ledger?from=2026-01-01&to=2026-12-31&accountCode=1');
    expect(later.accounts).toMatchObject([
      { accountCode: '1000', opening: '7.00', lines: [] },
      { accountCode: '1100', opening: '5.00', lines: [] },
    ]);
  });

  it('keeps the running balance right when an earlier entry is posted between two pages', async () => {
    for (const day of ['02', '04', '06'])
      await actor.postEntry('1000', '3000', '1.00', { entryDate: `2025-03-${day}` });
    const query = `general-ledger?${year}&accountCode=1000&limit=2`;
    const { page, accounts } = await get(query);
    expect(accounts[0].lines.map(({ balance }: { balance: string }) => balance)).toEqual(['1.00', '2.00']);
    await actor.postEntry('1000', '3000', '100.00', { entryDate: '2025-03-03' });
    const next = await get(`${query}&after=${page.next}`);
    expect(next.accounts[0]).toMatchObject({
      broughtForward: '102.00',
      lines: [{ balance: '103.00' }],
      closing: '103.00',
    });
  });

  it('goes on within a day of many lines', async () => {
    for (let at = 0; at < 5; at++) await actor.postEntry('1000', '3000', '1.00', { entryDate: '2025-03-05' });
    const seen: string[] = [];
    let after = '';
    do {
      const { accounts, page } = await get(`account-statement?${year}&accountCode=3000&limit=2${after}`).then(
        (body) => ({
          accounts: [body.account],
          page: body.page,
        }),
      );
      seen.push(...accounts[0].lines.map(({ balance }: { balance: string }) => balance));
      after = page.next ? `&after=${page.next}` : '';
    } while (after);
    expect(seen).toEqual(['-1.00', '-2.00', '-3.00', '-4.00', '-5.00']);
  });

  it('runs on over the end of a fiscal year, where opening entries of the later one are lines', async () => {
    await actor.postEntry('1000', '3000', '50.00', { entryDate: '2025-12-30' });
    await actor.postEntry('3000', '2000', '50.00', { entryDate: '2026-01-01', kind: 'opening' });
    await actor.postEntry('1000', '3000', '4.00', { entryDate: '2026-01-02' });
    const query = 'from=2025-12-01&to=2026-01-31';
    const { accounts } = await get(`general-ledger?${query}&accountCode=3000`);
    expect(accounts[0]).toMatchObject({ opening: '0.00', closing: '-4.00' });
    expect(accounts[0].lines.map(({ kind, balance }: { kind: string; balance: string }) => [kind, balance])).toEqual([
      ['regular', '-50.00'],
      ['opening', '0.00'],
      ['regular', '-4.00'],
    ]);
    const [, , sales] = (await get(`trial-balance?${query}`)).lines;
    expect(sales).toMatchObject({
      accountCode: '3000',
      opening: '0.00',
      debit: '50.00',
      credit: '54.00',
      closing: '-4.00',
    });
  });

  it('states an account that has nothing', async () => {
    const { account, page } = await get(`account-statement?${year}&accountCode=4000`);
    expect(account).toMatchObject({ accountCode: '4000', opening: '0.00', closing: '0.00', lines: [] });
    expect(page).toEqual({ hasMore: false, next: null });
  });
});

describe('the journal', () => {
  it('shows entries with their lines by journal, date and number, page by page', async () => {
    await actor.post('/v1/accounting/journals', { code: 'CASH', name: 'Cash book' });
    const posted = [
      await actor.postEntry('1000', '3000', '1.00', { entryDate: '2025-03-05' }),
      await actor.postEntry('1000', '3000', '2.00', { entryDate: '2025-03-04' }),
      await actor.postEntry('1000', '3000', '3.00', { entryDate: '2025-03-05', journalCode: 'CASH' }),
      await actor.postEntry('1000', '3000', '4.00', { entryDate: '2025-03-05' }),
      await actor.postEntry('1000', '3000', '5.00', { entryDate: '2026-03-05' }),
    ].map(({ id }) => id as string);
    const expected = [2, 1, 0, 3].map((at) => posted[at]);
    for (const limit of [1, 2, 3, 50]) {
      const seen: string[] = [];
      let after = '';
      do {
        const { entries, page } = await get(`journal?${year}&limit=${limit}${after}`);
        seen.push(...entries.map(({ entryId }: { entryId: string }) => entryId));
        after = page.next ? `&after=${page.next}` : '';
      } while (after);
      expect(seen).toEqual(expected);
    }
    const { entries } = await get(`journal?${year}&journalCode=CASH`);
    expect(entries).toMatchObject([
      {
        entryId: posted[2],
        journalCode: 'CASH',
        number: 1,
        total: '3.00',
        lines: [
          { lineNumber: 1, accountCode: '1000', debit: '3.00', credit: '0.00' },
          { lineNumber: 2, accountCode: '3000', debit: '0.00', credit: '3.00' },
        ],
      },
    ]);
  });
});
