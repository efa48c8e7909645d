import type { ChartTemplatesView } from '#modules/accounting/chart/chart-templates.dto.js';
import { type Actor, newActor } from '../support/actor.js';

const IMPORT = '/v1/accounting/accounts/import-template';
const accounts = '/v1/accounting/accounts';
const POSTING = '/v1/accounting/posting-accounts';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const templates = async () => (await actor.get('/v1/accounting/chart-templates')).body as ChartTemplatesView;
const countAccounts = async () => {
  const codes = new Set<string>();
  for (let after: string | null = ''; after !== null;) {
    const { body } = await actor.get(`${accounts}?limit=200${after}`);
    for (const { code } of body.data) codes.add(code);
    after = body.page.next && `&after=${body.page.next}`;
  }
  return codes.size;
};

it('are read whole, groups before their accounts', async () => {
  const { templates: found } = await templates();
  expect(found.map(({ code }) => code)).toEqual(['ifrs_general', 'us_small_business']);
  for (const { accounts: listed } of found) {
    const seen = new Set<string | null>([null]);
    for (const { code, parentCode } of listed) {
      expect(seen).toContain(parentCode);
      seen.add(code);
    }
  }
});

it.each(['ifrs_general', 'us_small_business'])('%s makes the chart of a new company', async (templateCode) => {
  const template = (await templates()).templates.find(({ code }) => code === templateCode)!;
  const rehearsed = await actor.post(`${IMPORT}?dryRun=true`, { templateCode });
  expect(rehearsed.body).toMatchObject({ status: 'dry_run', created: template.accounts.length });
  expect(await countAccounts()).toBe(0);

  const { status, body } = await actor.post(IMPORT, { templateCode });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'imported',
    created: template.accounts.length,
    changed: 0,
    unchanged: 0,
    retainedEarningsAccountCode: null,
    roundingAccountCode: null,
  });
  expect(await countAccounts()).toBe(template.accounts.length);
  const again = await actor.post(IMPORT, { templateCode });
  expect(again.body).toMatchObject({ status: 'nothing_new', created: 0, unchanged: template.accounts.length });
});

it('names accounts in open books, where these name none', async () => {
  const body = { templateCode: 'ifrs_general', nameBooksAccounts: true };
  const early = await actor.post(IMPORT, body);
  expect(early).toMatchObject({
    status: 409,
    body: { code: 'books_not_open', errors: [{ pointer: '/nameBooksAccounts' }] },
  });
  expect(await countAccounts()).toBe(0);

  await actor.openBooks();
  const books = `/v1/accounting/books/${actor.legalEntityId}`;
  await actor.patch(books, { roundingAccountCode: '3999' }, '"1"');
  const { body: report } = await actor.post(IMPORT, { ...body, templateCode: 'us_small_business' });
  expect(report).toMatchObject({ retainedEarningsAccountCode: '32000', roundingAccountCode: '3999' });
  const { body: read } = await actor.get(books);
  expect(read).toMatchObject({ retainedEarningsAccountCode: '32000', roundingAccountCode: '3999', version: 3 });
  await actor.post(IMPORT, { ...body, templateCode: 'us_small_business' });
  expect((await actor.get(books)).body.version).toBe(3);
});

it('names posting accounts that fit, where none is named', async () => {
  await actor.post('/v1/accounting/fiscal-years', { startsOn: '2026-01-01', endsOn: '2026-12-31' });
  await actor.post(accounts, { code: '4900', name: 'Our sales', type: 'income' });
  await actor.post(accounts, { code: '1100', name: 'Owed to us', type: 'asset' });
  await actor.post(POSTING, { purpose: 'revenue', accountCode: '4900' });
  const body = { templateCode: 'ifrs_general', nameBooksAccounts: true };
  const template = (await templates()).templates[0]!;
  const changed: Record<string, string | null> = { receivables: null, revenue: '4900' };
  const expected = template.postingAccounts.map(({ purpose, accountCode }) => {
    return { purpose, accountCode: purpose in changed ? changed[purpose] : accountCode };
  });
  expect(expected.length).toBeGreaterThan(10);

  const unnamed = await actor.post(IMPORT, { templateCode: 'ifrs_general' });
  expect(unnamed.body.postingAccounts).toContainEqual({ purpose: 'payables', accountCode: null });
  expect((await actor.post(`${IMPORT}?dryRun=true`, body)).body.postingAccounts).toEqual(expected);
  expect((await actor.get(POSTING)).body.data).toHaveLength(1);
  expect((await actor.post(IMPORT, body)).body.postingAccounts).toEqual(expected);
  const again = await actor.post(IMPORT, { ...body, templateCode: 'us_small_business' });
  const filled = [{ purpose: 'receivables', accountCode: '11000' }, ...expected.slice(1)];
  expect(again.body.postingAccounts).toEqual(filled);
  const { body: read } = await actor.get(`${POSTING}?limit=50`);
  const named = read.data.map(({ purpose, accountCode }: Record<string, string>) => ({ purpose, accountCode }));
  expect(new Set(named)).toEqual(new Set(filled));
});

it('keeps codes that are there, and refuses those that are something else', async () => {
  await actor.post(accounts, { code: '1010', name: 'Our bank', type: 'asset' });
  const { body } = await actor.post(IMPORT, { templateCode: 'ifrs_general' });
  const bank = body.accounts.find(({ code }: { code: string }) => code === '1010');
  expect(bank).toMatchObject({
    name: 'Our bank',
    outcome: 'unchanged',
    differs: ['name', 'subtype', 'control', 'parent'],
  });

  const other = await newActor();
  await other.post(accounts, { code: '1010', name: 'Sales', type: 'income' });
  await other.post(accounts, { code: '10', name: 'Till', type: 'asset' });
  const refused = await other.post(IMPORT, { templateCode: 'ifrs_general' });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'import_conflict', errors: [{ code: 'account_is_group' }, { code: 'account_type' }] },
  });
  expect((await other.get(accounts)).body.data).toHaveLength(2);
});

it('refuses to name an account that cannot serve', async () => {
  await actor.openBooks();
  const { body: account } = await actor.post(accounts, { code: '32000', name: 'Old', type: 'equity' });
  await actor.patch(`${accounts}/${account.id}`, { status: 'inactive' }, '"1"');
  const refused = await actor.post(IMPORT, { templateCode: 'us_small_business', nameBooksAccounts: true });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'books_refused', errors: [{ code: 'account_inactive' }] },
  });
});
