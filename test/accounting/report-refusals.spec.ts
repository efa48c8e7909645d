import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { openReportBooks } from '../support/report-books.js';

const reports = '/v1/accounting/reports';
const range = 'from=2025-01-01&to=2025-12-31';

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await openReportBooks(actor);
  for (let at = 0; at < 3; at++) await actor.postEntry('1000', '3000', '1.00', { entryDate: '2025-02-01' });
});

it.each([
  ['trial-balance', 400, 'invalid_parameter', '?asOf', 'required'],
  ['trial-balance?from=2025-01-01', 400, 'invalid_parameter', '?to', 'required'],
  ['trial-balance?to=2025-01-01', 400, 'invalid_parameter', '?from', 'required'],
  ['trial-balance?asOf=2025-01-01&from=2025-01-01', 400, 'invalid_parameter', '?from', 'ambiguous_range'],
  ['trial-balance?asOf=2025-01-01&to=2025-01-01', 400, 'invalid_parameter', '?to', 'ambiguous_range'],
  ['trial-balance?from=2025-02-01&to=2025-01-31', 400, 'invalid_parameter', '?to', 'range_reversed'],
  ['trial-balance?asOf=2030-01-01', 422, 'no_fiscal_year', '?asOf', 'no_fiscal_year'],
  ['trial-balance?asOf=2025-01-01&compareTo=2030-01-01', 422, 'no_fiscal_year', '?compareTo', 'no_fiscal_year'],
  ['trial-balance?asOf=2025-01-01&compareTo=2025-01-02,x', 400, 'invalid_parameter', '?compareTo', 'invalid_date'],
  ['trial-balance?asOf=2025-01-01&knownAt=2025-01-01', 400, 'invalid_parameter', '?knownAt', 'invalid_instant'],
  ['balance-sheet?asOf=2030-01-01', 422, 'no_fiscal_year', '?asOf', 'no_fiscal_year'],
  ['balance-sheet', 400, 'invalid_parameter', '?asOf', 'required'],
  ['income-statement?from=2025-02-01&to=2025-01-31', 400, 'invalid_parameter', '?to', 'range_reversed'],
  ['income-statement?from=2030-01-01&to=2030-12-31', 422, 'no_fiscal_year', '?from', 'no_fiscal_year'],
  [`income-statement?${range}&compareCount=2`, 400, 'invalid_parameter', '?compareCount', 'ambiguous_comparison'],
  [
    `income-statement?${range}&compare=previous_year&compareRanges=2024-01-01/2024-12-31`,
    400,
    'invalid_parameter',
    '?compareRanges',
    'ambiguous_comparison',
  ],
  [
    `income-statement?${range}&compareRanges=2024-12-31/2024-01-01`,
    400,
    'invalid_parameter',
    '?compareRanges',
    'invalid_range',
  ],
  [
    `income-statement?from=1901-01-01&to=2025-12-31&compare=previous_period`,
    400,
    'invalid_parameter',
    '?compare',
    'out_of_calendar',
  ],
  ['general-ledger?from=2030-01-01&to=2030-12-31', 422, 'no_fiscal_year', '?from', 'no_fiscal_year'],
  ['general-ledger?from=2025-02-01&to=2025-01-31', 400, 'invalid_parameter', '?to', 'range_reversed'],
  [`general-ledger?${range}&accountCode=1000,9999`, 422, 'account_unknown', '?accountCode', 'unknown_account'],
  [`general-ledger?${range}&accountId=${newId()}`, 422, 'account_unknown', '?accountId', 'unknown_account'],
  [`general-ledger?${range}&limit=201`, 400, 'invalid_parameter', '?limit', 'too_large'],
  [`general-ledger?${range}&after=${'A'.repeat(60)}`, 400, 'invalid_cursor', '?after', 'invalid_cursor'],
  [`account-statement?${range}`, 400, 'invalid_parameter', '?accountCode', 'required'],
  [
    `account-statement?${range}&accountCode=1000&accountId=${newId()}`,
    400,
    'invalid_parameter',
    '?accountCode',
    'account_named_twice',
  ],
  [`account-statement?${range}&accountCode=9999`, 422, 'account_unknown', '?accountCode', 'unknown_account'],
  [`account-statement?${range}&accountCode=1`, 422, 'account_refused', '?accountCode', 'account_is_group'],
  [`journal?${range}&journalCode=NONE`, 422, 'journal_unknown', '?journalCode', 'unknown_journal'],
  ['journal?from=2030-01-01&to=2030-12-31', 422, 'no_fiscal_year', '?from', 'no_fiscal_year'],
  [`journal?${range}&surprise=1`, 400, 'unknown_parameter', '?surprise', 'unknown_parameter'],
  [`journal?${range}&legalEntityId=${newId()}`, 422, 'legal_entity_unknown', '?legalEntityId', 'unknown_legal_entity'],
])('%s is refused', async (path, status, code, pointer, finding) => {
  const answer = await actor.get(`${reports}/${path}`);
  expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer, code: finding }] } });
  // As CSV it is refused in the same way, before a line is sent.
  const asCsv = await actor.get(`${reports}/${path}`, { Accept: 'text/csv' });
  const cursor =
    code === 'invalid_cursor' ? { status: 400, body: { errors: [{ pointer, code: 'not_paged' }] } } : answer;
  expect(asCsv).toMatchObject({ status: cursor.status, body: { errors: cursor.body.errors } });
});

it('tells apart the cursors of other parameters, accounts and reports', async () => {
  const first = await actor.get(`${reports}/general-ledger?${range}&limit=2`);
  const { next } = first.body.page;
  expect(await actor.get(`${reports}/general-ledger?${range}&limit=1&after=${next}`)).toMatchObject({ status: 200 });
  for (const path of [
    `general-ledger?from=2025-01-02&to=2025-12-31&after=${next}`,
    `general-ledger?${range}&accountCode=1000&after=${next}`,
    `general-ledger?${range}&closingEntries=excluded&after=${next}`,
    `general-ledger?${range}&knownAt=2026-01-01T00:00:00Z&after=${next}`,
    `account-statement?${range}&accountCode=1000&after=${next}`,
    `journal?${range}&after=${next}`,
  ]) {
    expect(await actor.get(`${reports}/${path}`)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  }
});

it('names nothing of another organization', async () => {
  const stranger = await newActor();
  const [account] = (await actor.get('/v1/accounting/accounts?code=1000')).body.data;
  await openReportBooks(stranger);
  expect(await stranger.get(`${reports}/general-ledger?${range}&accountId=${account.id}`)).toMatchObject({
    status: 422,
    body: { code: 'account_unknown' },
  });
});
