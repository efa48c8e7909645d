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
  for (const type of [xlsx, 'application/pdf']) {
    const [ofLive, ofTest] = [await textsOf(live, report, type), await textsOf(test, report, type)];
    expect(ofLive[0]).toContain('Test company');
    expect(ofLive.flat().join(' ')).not.toContain('TEST');
    expect(ofTest[0]).toContain('TEST: Test company');
  }
  // A list names nobody.
  const list = await textsOf(test, '/v1/accounting/accounts', xlsx);
  expect(list[0]!.slice(0, 2)).toEqual(['Accounts', 'TEST']);
});
