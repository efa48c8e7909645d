import readExcelFile from 'read-excel-file/node';
import { readPdf } from '#platform/exports/rendering/pdf-text.fixture.js';
import { type Actor, newActor, newTestActor } from '../support/actor.js';
import { fetchFile } from '../support/raw-files.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const report = '/v1/accounting/reports/trial-balance?asOf=2026-12-31';

async function textsOf(actor: Actor, path: string, type: string): Promise<string[][]> {
  const { body } = await fetchFile(actor, path, type);
  if (type !== xlsx) return (await readPdf(body)).pages;
  const [sheet] = await readExcelFile(body);
  return [sheet!.data.flat().map(String)];
}

it('says TEST with whose it is, in a test organization alone', async () => {
  const [live, test] = await Promise.all([newActor(), newTestActor()]);
  for (const actor of [live, test]) await actor.openBooks();
  const ofLive = await textsOf(live, report, xlsx);
  expect(ofLive.flat()).toContain('Test company');
  expect(ofLive.flat().join(' ')).not.toContain('TEST');
  for (const type of [xlsx, 'application/pdf']) {
    const pages = await textsOf(test, report, type);
    for (const page of pages) expect(page).toContain('TEST: Test company');
  }
  // A list names nobody.
  expect((await textsOf(test, '/v1/accounting/accounts', xlsx))[0]).toContain('TEST');
});
