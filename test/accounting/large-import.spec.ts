import { runJob } from '../support/run-job.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { addBankAccount, mt940, statementImports } from '../support/bank-statements.js';
import { rowCounts } from '../support/row-counts.js';

// Files too large to be imported while their sender waits.

const path = '/v1/accounting/imports/csv';
const LIMIT = 2 * 1024 * 1024;
const ENTRIES = 300;
const mapping = {
  columns: { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount', description: 'Text' },
  dateFormat: 'year_month_day',
  decimalSeparator: 'point',
};

let own: OwnApp;
let actor: Actor;
beforeAll(async () => {
  [own, actor] = await Promise.all([startOwnApp({ DATABASE_POOL_SIZE: '2' }), newActor()]);
  await actor.openBooks();
});
afterAll(() => own?.stop());

/** Of each table of the books. */
async function rowsOfBooks() {
  const rows = Object.entries(await rowCounts(actor.organizationId));
  return rows.filter(([table]) => table.startsWith('accounting.'));
}

/** Entries of two lines in so many bytes: what is left over is in a column that nobody reads. */
function fileOf(bytes: number, name: string, credited = '3000'): string {
  const lines = Array.from({ length: ENTRIES }, (_, at) => {
    const start = `${at},2026-02-01`;
    return `${start},1000,1.50,${name} ${at},${'x'.repeat(6900)}\n${start},${credited},-1.50,,\n`;
  });
  const file = `No,Day,Account,Amount,Text,Remark\n${lines.join('')}`;
  const last = file.lastIndexOf('x');
  return `${file.slice(0, last)}${'x'.repeat(bytes - file.length)}${file.slice(last)}`;
}

async function ended({ status, body }: Answer) {
  expect([status, body.kind, body.state]).toEqual([202, 'accounting.csv_import', 'queued']);
  await runJob(own.app, actor, body.id);
  const [job, told] = [
    await actor.get(`/v1/jobs/${body.id}`),
    await actor.get(`/v1/notifications?subjectId=${body.id}`),
  ];
  return { ...job.body, notices: told.body.data.map(({ text }: { text: string }) => text) };
}

it('are tried by jobs that keep nothing, and posted by jobs, with the same report as small ones', async () => {
  const file = fileOf(LIMIT + 1, 'Sale');
  const before = await rowsOfBooks();
  const rehearsed = await ended(await actor.post(`${path}?dryRun=true`, { file, mapping }));
  const outcome = '300 entries with 600 lines would be posted; nothing was kept.';
  expect(rehearsed).toMatchObject({ state: 'succeeded', problem: null, notices: [outcome] });
  expect(rehearsed.result).toEqual({ id: rehearsed.id, href: `/v1/jobs/${rehearsed.id}`, summary: outcome });
  expect(await rowsOfBooks()).toEqual(before);

  const posted = await ended(await actor.post(path, { file, mapping }));
  expect(posted).toMatchObject({ state: 'succeeded', notices: ['300 entries were posted.'] });
  expect((await actor.get(posted.result.href)).body).toMatchObject({
    status: 'imported',
    entryCount: 300,
    report: { lineCount: 600 },
  });
  const again = await ended(await actor.post(`${path}?dryRun=true`, { file, mapping }));
  expect(again.result.summary).toBe('The books have this file already.');
});

it('are answered at once up to the limit, and told all their faults after it', async () => {
  const small = await actor.post(`${path}?dryRun=true`, { file: fileOf(LIMIT, 'At the limit'), mapping });
  expect(small).toMatchObject({ status: 200, body: { status: 'dry_run', entryCount: 300 } });
  for (const query of ['', '?dryRun=true']) {
    const failed = await ended(
      await actor.post(`${path}${query}`, { file: fileOf(LIMIT + 1, 'Wrong', '9999'), mapping }),
    );
    expect(failed).toMatchObject({ state: 'failed', result: null, problem: { code: 'import_refused' } });
    expect(failed.problem.errors).toHaveLength(100);
    expect(failed.problem.errors[0]).toMatchObject({ code: 'unknown_account', line: 3 });
    expect(failed.notices).toHaveLength(1);
  }
});

it('imports bank statements as a job', async () => {
  await addBankAccount(actor);
  const file = mt940('1/1', '100.00', '150.00', [['2026-01-05', '50.00', 'Invoice 17', 'R1']]);
  const asked = await actor.upload(statementImports, file, { Prefer: 'respond-async' });
  await runJob(own.app, actor, asked.body.id);
  const { body: job } = await actor.get(`/v1/jobs/${asked.body.id}`);
  expect(job).toMatchObject({ state: 'succeeded', result: { summary: '1 lines were added.' } });
  expect((await actor.get(job.result.href)).body).toMatchObject({ statements: [{ number: '1/1', linesAdded: 1 }] });
});
