import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { newId } from '#kernel/id.js';
import { type BureauClient, bodyOf, newClient } from '../support/client.js';
import { PASSWORD, provision } from '../support/provision.js';
import { smallSieFile } from '../platform/furnished.js';

// What an integrator does with the client that comes from the document; that it compiles is half of the test.

let client: BureauClient;
let legalEntityId: string;

beforeEach(async () => {
  const { email, ...place } = await provision();
  ({ legalEntityId } = place);
  const { accessToken } = await bodyOf(newClient().POST('/v1/auth/login', { body: { email, password: PASSWORD } }));
  client = newClient(accessToken);
});

async function openBooks(): Promise<void> {
  await bodyOf(
    client.POST('/v1/accounting/fiscal-years', {
      body: { legalEntityId, startsOn: '2026-01-01', endsOn: '2026-12-31' },
    }),
  );
  const accounts = [
    { code: '1000', name: 'Cash', type: 'asset' },
    { code: '3000', name: 'Sales', type: 'income' },
  ] as const;
  for (const account of accounts) {
    await bodyOf(client.POST('/v1/accounting/accounts', { body: { legalEntityId, ...account } }));
  }
}

const key = () => ({ 'Idempotency-Key': newId() });

const post = (amount: string, entryDate = '2026-03-05') =>
  client.POST('/v1/accounting/journal-entries', {
    params: { header: key() },
    body: {
      legalEntityId,
      entryDate,
      description: 'Sale of the day',
      post: true,
      lines: [
        { accountCode: '1000', debit: amount },
        { accountCode: '3000', credit: amount },
      ],
    },
  });

it('keeps books: opens them, posts, reverses, and reads the balances', async () => {
  await openBooks();
  const sale = await bodyOf(post('120.50'));
  await bodyOf(post('80.00'));
  const reversal = await bodyOf(
    client.POST('/v1/accounting/journal-entries/{id}/reverse', {
      params: { path: { id: sale.id }, header: key() },
      body: { entryDate: '2026-03-06' },
    }),
  );
  expect(reversal).toMatchObject({ number: 3, reversalOf: sale.id });
  const query = { legalEntityId, asOf: '2026-03-31' };
  const balances = await bodyOf(client.GET('/v1/accounting/reports/trial-balance', { params: { query } }));
  expect(balances.lines.map(({ accountCode, closing }) => [accountCode, closing])).toEqual([
    ['1000', '80.00'],
    ['3000', '-80.00'],
  ]);
});

it('walks a list page by page', async () => {
  await openBooks();
  for (const amount of ['1.00', '2.00', '3.00']) await bodyOf(post(amount));
  const totals: string[] = [];
  let after: string | undefined;
  do {
    const query = { legalEntityId: [legalEntityId], limit: 2, sort: 'number' as const, ...(after ? { after } : {}) };
    const page = await bodyOf(client.GET('/v1/accounting/journal-entries', { params: { query } }));
    totals.push(...page.data.map(({ total }) => total));
    after = page.page.next ?? undefined;
  } while (after);
  expect(totals).toEqual(['1.00', '2.00', '3.00']);
});

it('changes a record that nobody else has changed', async () => {
  await openBooks();
  const { data: accounts } = await bodyOf(
    client.GET('/v1/accounting/accounts', { params: { query: { legalEntityId: [legalEntityId], code: ['1000'] } } }),
  );
  const path = { id: accounts[0]!.id };
  const { response } = await client.GET('/v1/accounting/accounts/{id}', { params: { path } });
  const change = (etag: string) =>
    client.PATCH('/v1/accounting/accounts/{id}', {
      params: { path, header: { 'If-Match': etag } },
      body: { name: 'Till' },
    });
  const etag = response.headers.get('etag')!;
  expect((await bodyOf(change(etag))).name).toBe('Till');
  expect((await change(etag)).error).toMatchObject({ status: 412, code: 'precondition_failed' });
});

it('reads why something is refused', async () => {
  await openBooks();
  const { error } = await post('10.001');
  expect(error?.errors.map(({ pointer, code }) => [pointer, code])).toEqual(
    expect.arrayContaining([['/lines/0/debit', expect.any(String)]]),
  );
});

it('reads a report as a file, and sends one', async () => {
  const sent = await client.POST('/v1/accounting/imports/sie', {
    params: { query: { legalEntityId, dryRun: true } },
    body: 'the file',
    bodySerializer: () => smallSieFile(),
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  expect([sent.response.status, sent.error]).toEqual([200, undefined]);
  await openBooks();
  await bodyOf(post('120.50'));
  const text = await bodyOf(
    client.GET('/v1/accounting/reports/trial-balance', {
      params: { query: { legalEntityId, asOf: '2026-03-31' } },
      headers: { Accept: 'text/csv' },
      parseAs: 'text',
    }),
  );
  expect(text).toContain('120.50');
});

describe('does not compile', () => {
  const entry = (amount: string) =>
    `client.POST('/v1/accounting/journal-entries', { params: { header: { 'Idempotency-Key': 'x' } }, body: { entryDate: '2026-01-01', description: 'x', post: true, lines: [{ accountCode: '1000', debit: ${amount} }] } })`;
  const cases: [name: string, statement: string, fault: RegExp][] = [
    ['an operation that there is not', "client.GET('/v1/accounting/ledgers', {})", /ledgers/],
    ['a field that is missing', "client.POST('/v1/accounting/fiscal-years', { body: { startsOn: '' } })", /endsOn/],
    ['an amount that is a number', entry('10'), /number/],
    [
      'a change without the version that it is of',
      "client.PATCH('/v1/accounting/accounts/{id}', { params: { path: { id: 'x' } }, body: { name: 'x' } })",
      /header/,
    ],
    ['(what is right does)', entry("'10.00'"), /^compiles$/],
  ];
  let faults: Map<number, string>;

  beforeAll(() => {
    const lines = cases.map(([, statement]) => `void ${statement};`);
    faults = faultsByLine([
      "import type { BureauClient } from '../support/client.js';",
      'declare const client: BureauClient;',
      ...lines,
    ]);
  });

  it.each(cases.map(([name, , fault], index) => [name, index, fault] as const))('%s', (_, index, fault) => {
    expect(faults.get(index + 2) ?? 'compiles').toMatch(fault);
  });
});

/** What the compiler says of a file beside this one, by line. */
function faultsByLine(lines: string[]): Map<number, string> {
  const place = join(import.meta.dirname, 'planted.ts');
  const source = lines.join('\n');
  const configuration = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...configuration, include: [] }, ts.sys, process.cwd());
  const onDisk = ts.createCompilerHost(options);
  const program = ts.createProgram(
    [place],
    { ...options, noEmit: true },
    {
      ...onDisk,
      fileExists: (path) => path === place || onDisk.fileExists(path),
      readFile: (path) => (path === place ? source : onDisk.readFile(path)),
      getSourceFile: (path, target) =>
        path === place ? ts.createSourceFile(path, source, target) : onDisk.getSourceFile(path, target),
    },
  );
  const file = program.getSourceFile(place)!;
  return new Map(
    ts
      .getPreEmitDiagnostics(program, file)
      .map(({ start = 0, messageText }) => [
        file.getLineAndCharacterOfPosition(start).line,
        ts.flattenDiagnosticMessageText(messageText, ' '),
      ]),
  );
}
