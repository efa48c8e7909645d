import { type Actor, newActor } from '../support/actor.js';
import { firstYear, secondYear, sieFile } from '../support/sie-files.js';
import { Calendar } from '../support/year-end.js';

describe('books that were imported year by year', () => {
  const sie = '/v1/accounting/imports/sie';
  let importer: Actor;
  let imported: Calendar;
  beforeEach(async () => {
    importer = await newActor();
    imported = new Calendar(importer);
    await importer.upload(sie, sieFile(firstYear));
  });

  it('count a result once that the next file carried: its entry is reversed before the year is closed', async () => {
    expect(await importer.upload(sie, sieFile(secondYear))).toMatchObject({ status: 200 });
    await imported.nameRetainedEarnings('2099');
    await imported.closePeriodsBeforeLast('2025-01-01');
    const openings = await imported.openings('2026-01-31');
    const refused = await imported.onYear('close', '2025-01-01');
    expect(refused).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'result_carried', message: expect.stringContaining('OPENING 1 of 2026-01-01') }] },
    });
    const { body } = await importer.get('/v1/accounting/journal-entries?externalId=carried_result');
    await importer.post(`/v1/accounting/journal-entries/${body.data[0].id}/reverse`, {});
    const unclosed = await imported.trialBalance('2026-01-31');
    expect(unclosed.unclosedResult).toBe('-30.00');
    expect(await imported.onYear('close', '2025-01-01')).toMatchObject({ status: 200, body: { result: '30.00' } });
    expect(await imported.openings('2026-01-31')).toEqual(openings);
    expect(await imported.trialBalance('2026-01-31')).toMatchObject({ unclosedResult: '0.00' });
    expect(await imported.failedChecks()).toEqual([]);
  });

  it('take the file of the year after one that was closed, and carry nothing', async () => {
    await importer.post('/v1/accounting/accounts', { code: '2099', name: 'Result', type: 'equity' });
    await imported.nameRetainedEarnings('2099');
    await imported.closePeriodsBeforeLast('2025-01-01');
    expect(await imported.onYear('close', '2025-01-01')).toMatchObject({ status: 200, body: { result: '30.00' } });
    const { status, body } = await importer.upload(sie, sieFile(secondYear));
    expect([status, body.opening.treatment, body.opening.carriedResult]).toEqual([200, 'verified', []]);
    expect(await importer.get('/v1/accounting/journal-entries?externalId=carried_result')).toMatchObject({
      body: { data: [] },
    });
    expect(await imported.failedChecks()).toEqual([]);
  });

  it('are not undone in a closed year', async () => {
    await importer.post('/v1/accounting/accounts', { code: '2099', name: 'Result', type: 'equity' });
    await imported.nameRetainedEarnings('2099');
    await imported.closePeriodsBeforeLast('2025-01-01');
    await imported.onYear('close', '2025-01-01');
    const { body } = await importer.get('/v1/accounting/imports');
    const { id, version } = body.data[0];
    const undone = await importer.post(`/v1/accounting/imports/${id}/undo`, {}, { 'If-Match': `"${version}"` });
    expect(undone).toMatchObject({ status: 409, body: { code: 'import_not_undoable' } });
    expect(undone.body.errors[0]).toMatchObject({ code: 'fiscal_year_closed' });
  });
});
