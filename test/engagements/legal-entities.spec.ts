import { newId } from '#kernel/id.js';
import { bodiesWithIds, idsOf } from '../platform/bodies-with-ids.js';
import { smallFile } from '../platform/furnished.js';
import { keptRows } from '../platform/kept-rows.js';
import type { Operation } from '../platform/operations.js';
import { shownWithout } from '../platform/shown-without.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { withRole } from '../support/matrix-database.js';
import { changeEngagement, engage } from './engaged.js';
import { TwoCompanies, type Walled } from './two-companies.js';

// Somebody engaged for one company of two: of the other there is nothing, whatever they ask for.

jest.setTimeout(120_000);

let books: TwoCompanies;
let tables: Walled[];
beforeAll(async () => {
  books = await TwoCompanies.make();
  tables = await books.walledTables();
});
afterAll(() => books?.end());

/** What a report needs to know besides. */
const dates = ({ parameters }: Operation, { startsOn, endsOn } = { startsOn: '2026-01-01', endsOn: '2026-12-31' }) => {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  if (names.includes('asOf')) return `asOf=${endsOn}`;
  return names.includes('to') ? `from=${startsOn}&to=${endsOn}` : '';
};
/** What is of the organization as a whole, and only read. */
const ofAll = /exchange-rate|currencies|statutory-charts|statutory-lines|chart-templates|\/organization|\/clock/;

it('is refused by the database, in every table of the books, where a statement forgets to ask', async () => {
  // Of these nobody furnished rows; the rule of the catalogue judges the text of their policies.
  expect(tables.filter(({ closed }) => closed === 0).map(({ table }) => table)).toEqual([
    'accounting.bank_reconciliation_item',
    'accounting.budget_line',
    'accounting.cash_basis_movement',
    'accounting.deferral_recognition',
    'accounting.deferral_recognized_part',
    'accounting.dimension_balance_day',
    'accounting.dimension_balance_month',
    'accounting.dimension_line',
    'accounting.dunning_block_lift',
    'accounting.dunning_letter_cancellation',
    'accounting.early_discount',
    'accounting.record_import_undo',
    'accounting.recurring_run',
    'accounting.settlement_reversal',
    'accounting.statutory_mapping',
    'accounting.tax_return_settlement_reversal',
  ]);
  await withRole(provided('TEST_OWNER_URL'), 'bureau_app', async (client) => {
    await client.query("SELECT set_config('bureau.organization_id', $1, false)", [books.owner.organizationId]);
    const counted = async () => {
      const counts: [string, number][] = [];
      for (const { table } of tables) {
        const { rows } = await client.query<{ count: number }>(['SELECT count(*)::int AS count FROM', table].join(' '));
        counts.push([table, rows[0]!.count]);
      }
      return counts;
    };
    expect(await counted()).toEqual(tables.map(({ table, closed, open }) => [table, closed + open]));
    await client.query("SELECT set_config('bureau.legal_entities', $1, false)", [`{${books.open}}`]);
    expect(await counted()).toEqual(tables.map(({ table, open }) => [table, open]));
    const journal =
      'INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name) VALUES ($1, $2, $3, $4, $4)';
    const values = [books.owner.organizationId, newId(), books.closed, 'X'];
    await expect(client.query(journal, values)).rejects.toMatchObject({ code: '42501' });
  });
});

it('is not there by its ids, read or written', async () => {
  const addressed = books.theirs.filter(({ path }) => path.includes('{') && !ofAll.test(path));
  expect(addressed.length).toBeGreaterThanOrEqual(40);
  const before = await asOwner((owner) => keptRows(owner, books.owner.organizationId));
  for (const operation of addressed) {
    const answers = [];
    for (const id of [await books.closedRow(operation), newId()]) {
      const body = operation.fileType
        ? smallFile(operation)
        : operation.body && JSON.stringify(books.operations.exampleOf(operation.body));
      answers.push(shownWithout(await books.send(operation, { id, body, query: dates(operation) }), id));
    }
    expect([operation.id, answers[0]]).toEqual([operation.id, answers[1]]);
    expect([operation.id, answers[0]!.status]).toEqual([operation.id, 404]);
  }
  expect(written(before, await asOwner((owner) => keptRows(owner, books.owner.organizationId)))).toEqual([]);
});

it('is not there by its ids in bodies and queries', async () => {
  const them = { ...(await idsOf(books.furnished)), undunnedEntity: books.closed };
  const before = await asOwner((owner) => keptRows(owner, books.owner.organizationId));
  const tried = books.theirs.filter(({ id }) => id in bodiesWithIds);
  expect(tried.length).toBeGreaterThanOrEqual(10);
  for (const operation of tried) {
    for (const [pointer, make] of Object.entries(bodiesWithIds[operation.id]!)) {
      const id = operation.path.includes('{') ? await books.closedRow(operation) : newId();
      const { status, text } = await books.send(operation, { id, body: JSON.stringify(make(them)) });
      const told = JSON.parse(text) as { result?: string; errors?: { code: string }[] };
      // Of many that are named, each that is not there is told of.
      const isTold = status === 200 ? told.result === 'invalid' : told.errors?.[0]?.code === 'not_found';
      expect([operation.id, pointer, status, isTold || [404, 422].includes(status)]).toEqual([
        operation.id,
        pointer,
        status,
        true,
      ]);
    }
  }
  const byEntity = books.theirs.filter(
    ({ parameters, path }) => !path.includes('{') && parameters.some(({ name }) => name === 'legalEntityId'),
  );
  expect(byEntity.length).toBeGreaterThanOrEqual(20);
  for (const operation of byEntity) {
    const answers = [];
    for (const id of [books.closed, newId()]) {
      const body = operation.fileType ? smallFile(operation) : undefined;
      const answer = await books.send(operation, { body, query: `legalEntityId=${id}&${dates(operation)}` });
      answers.push(shownWithout(answer, id));
    }
    expect([operation.id, answers[0]]).toEqual([operation.id, answers[1]]);
  }
  expect(written(before, await asOwner((owner) => keptRows(owner, books.owner.organizationId)))).toEqual([]);
});

it('is in no list or report, which are those of the open one', async () => {
  const ids = [books.closed, ...tables.flatMap((table) => table.ids)];
  const lists = books.theirs.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  expect(lists.length).toBeGreaterThanOrEqual(35);
  const year = (await books.person.get('/v1/accounting/fiscal-years?sort=-startsOn')).body.data[0];
  const refused: [string, number][] = [];
  let about = 0;
  for (const operation of lists) {
    const query = `${dates(operation, year)}&${books.requiredQuery(operation)}`;
    const { status, text } = await books.send(operation, { query });
    expect([operation.id, ids.filter((id) => text.includes(id))]).toEqual([operation.id, []]);
    if (status !== 200) refused.push([operation.id, status]);
    else if (text.includes(books.open)) about += 1;
  }
  // There is no such rate, no year of the default and no budget, and accounts and parties are to be named.
  expect(refused).toEqual([
    ['getApplicableExchangeRate', 404],
    ['getBankReconciliationReport', 422],
    ['getPartyLedger', 422],
    ['exportSieFile', 422],
    ['getBudgetComparison', 422],
    ['getCashFlowEntries', 422],
    ['getAccountStatement', 400],
  ]);
  expect(about).toBeGreaterThanOrEqual(8);
});

it('what is of the organization as a whole is not theirs, and their own account is', async () => {
  const statuses = await Promise.all(
    [
      '/v1/audit-entries',
      '/v1/notes',
      '/v1/files',
      '/v1/identity/memberships',
      '/v1/webhook-endpoints',
      '/v1/approval-policies',
      '/v1/events',
      '/v1/auth/sessions',
      '/v1/jobs',
    ].map(async (path) => [path, (await books.person.get(path)).status]),
  );
  expect(statuses.filter(([, status]) => status !== 403).map(([path]) => path)).toEqual([
    '/v1/auth/sessions',
    '/v1/jobs',
  ]);
});

it('posts to the open one, beside others who post to both', async () => {
  const { person, owner } = books;
  const { body: accounts } = await person.get('/v1/accounting/accounts?isGroup=false&status=active&limit=2');
  const { body: years } = await person.get('/v1/accounting/fiscal-years?sort=-startsOn');
  const entry = (legalEntityId: string, [debit, credit]: string[]) => ({
    legalEntityId,
    entryDate: years.data[0].startsOn,
    description: 'Engaged',
    post: true,
    lines: [
      { accountCode: debit, debit: '1.00' },
      { accountCode: credit, credit: '1.00' },
    ],
  });
  const codes = accounts.data.map(({ code }: { code: string }) => code);
  const ENTRIES = '/v1/accounting/journal-entries';
  const answers = await Promise.all([
    owner.post(ENTRIES, entry(books.open, codes)),
    person.post(ENTRIES, entry(books.open, codes)),
    person.post(ENTRIES, { ...entry(books.closed, ['1000', '3000']), entryDate: '2026-03-05' }),
    owner.post(ENTRIES, { ...entry(books.closed, ['1000', '3000']), entryDate: '2026-03-05' }),
    person.post(ENTRIES, entry(books.open, codes)),
  ]);
  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([201, 201, 'legal_entity_unknown', 201, 201]);
  expect(answers[2]!.body.errors).toEqual([
    {
      pointer: '/legalEntityId',
      code: 'unknown_legal_entity',
      message: `There is no legal entity ${books.closed}.`,
    },
  ]);
});

it('follows the engagement with the next request', async () => {
  const { owner, person, engagementId, open, closed } = books;
  const names = async () =>
    (await person.get('/v1/administration/legal-entities')).body.data.map(({ id }: { id: string }) => id);
  expect(await names()).toEqual([open]);
  expect((await changeEngagement(owner, engagementId, { legalEntityIds: [closed] })).body.legalEntityIds).toEqual([
    closed,
  ]);
  expect(await names()).toEqual([closed]);
  expect((await changeEngagement(owner, engagementId, { legalEntityIds: null })).body.legalEntityIds).toBeNull();
  expect((await names()).sort()).toEqual([open, closed].sort());
  expect((await person.get('/v1/audit-entries')).status).toBe(200);
});

it('is for legal entities that there are, each once', async () => {
  const { owner } = books;
  const stranger = await engage(owner, `${newId()}@example.com`, { legalEntityIds: [books.open, newId()] });
  expect([stranger.status, stranger.body.code, stranger.body.errors[0].pointer]).toEqual([
    422,
    'engaged_entity_unknown',
    '/legalEntityIds',
  ]);
  for (const legalEntityIds of [[], [books.open, books.open], ['x'], books.open]) {
    const refused = await engage(owner, `${newId()}@example.com`, { legalEntityIds });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, expect.stringMatching(/^\/legalEntityIds/)]);
  }
});

/** Tables of the books in which something was written: nothing else is about the closed company. */
function written(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter(
    (table) => /^(?:accounting|administration)\./.test(table) && before[table] !== after[table],
  );
}
