import { newId } from '#kernel/id.js';
import readExcelFile from 'read-excel-file/node';
import { JobSession } from '../support/job-session.js';

// Exports that a worker process makes, which listens to nobody.

let jobs: JobSession;
beforeAll(async () => {
  jobs = await JobSession.start();
});
afterEach(() => jobs?.releaseAll());
afterAll(() => jobs?.stop());

const trialBalance = '/v1/accounting/reports/trial-balance?asOf=2026-12-31';

async function request(path: string, format: string): Promise<string> {
  const { status, body } = await jobs.session.post('/v1/exports', { path, format }, newId());
  expect([status, body.code]).toEqual([202, undefined]);
  return body.id;
}
async function contentOf(id: string): Promise<Buffer> {
  const job = await jobs.ended(id);
  expect([job.state, job.problem]).toEqual(['succeeded', null]);
  const { accessToken } = jobs.session.sessionTokens;
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${jobs.api.baseUrl}${job.result.href}/content`, { headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
const exportsOf = (id: string) => jobs.query('SELECT FROM platform.export WHERE job_id = $1', [id]);

it('makes spreadsheets and documents; a killed worker’s one is made once by the next', async () => {
  const killed = await jobs.startWorker();
  const release = await jobs.holdUp('platform.export');
  const sheet = await request('/v1/accounting/accounts', 'xlsx');
  const document = await request(trialBalance, 'pdf');
  await jobs.untilHeldUp();
  await killed.kill();
  await jobs.startWorker();
  await release();
  const [first] = await readExcelFile(await contentOf(sheet));
  expect(first!.data.flat()).toContain('code');
  expect((await contentOf(document)).subarray(0, 5).toString()).toBe('%PDF-');
  expect([await exportsOf(sheet), await exportsOf(document)]).toEqual([[{}], [{}]]);
  expect(await jobs.job(sheet)).toMatchObject({ attempts: 2 });
});

it('keeps nothing of one that is cancelled while it is made', async () => {
  const release = await jobs.holdUp('platform.export');
  const id = await request(trialBalance, 'csv');
  await jobs.untilHeldUp();
  await jobs.session.post(`/v1/jobs/${id}/cancel`, {}, newId());
  await release();
  expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled', result: null });
  expect(await exportsOf(id)).toEqual([]);
  expect(await jobs.query("SELECT FROM platform.file WHERE name LIKE 'trial-balance%csv'")).toEqual([]);
});
