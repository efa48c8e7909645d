import type { ImportView } from '#modules/accounting/exchange/imports.dto.js';
import type { SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import type { JournalEntryView } from '#modules/accounting/journal/journal-entries.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asRole, provided } from '../support/database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectRefusal } from '../support/refusal.js';
import { rowCounts } from '../support/row-counts.js';
import { closingsIn, firstYear, secondYear, sieFile } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const [first, second] = [sieFile(firstYear), sieFile(secondYear)];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer): Promise<SieImportView & { importId: string }> {
  const answer = await actor.upload(sie, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as SieImportView & { importId: string };
}

const undo = (importId: string, headers: Record<string, string> = { 'If-Match': '"1"' }, by = actor) =>
  by.post(`/v1/accounting/imports/${importId}/undo`, undefined, headers);

async function closings(asOf: string): Promise<Record<string, string>> {
  const { lines } = (await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`)).body as TrialBalanceView;
  return Object.fromEntries(lines.map(({ accountCode, closing }) => [accountCode, closing]));
}

async function entries(query = ''): Promise<JournalEntryView[]> {
  const { body } = await actor.get(`/v1/accounting/journal-entries?limit=200&${query}`);
  return (body as { data: JournalEntryView[] }).data;
}

async function expectRefused(attempt: () => Promise<Answer>, errors: object[]): Promise<void> {
  const before = await rowCounts(actor.organizationId);
  expect(await attempt()).toMatchObject({ status: 409, body: { code: 'import_not_undoable', errors } });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
}

describe('undoing an import', () => {
  it('reverses every entry on its own date; accounts and fiscal year stay', async () => {
    const { importId } = await imported(first);
    const before = await rowCounts(actor.organizationId);
    const { status, headers, body } = await undo(importId);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: importId, status: 'undone', entryCount: 3, entriesReversed: 3, version: 2 },
    });
    expect(body.explanation).toContain('Accounts, dimensions, journals, budgets, the fiscal year');
    expect(headers['etag']).toBe('"2"');
    expect(new Set(Object.values(await closings('2025-12-31')))).toEqual(new Set(['0.00']));
    const all = await entries();
    expect(all).toHaveLength(6);
    for (const reversal of all.filter(({ reversalOf }) => reversalOf !== null)) {
      const original = all.find(({ id }) => id === reversal.reversalOf)!;
      expect(reversal).toMatchObject({ entryDate: original.entryDate, kind: original.kind, total: original.total });
      expect(original).toMatchObject({ status: 'reversed', reversedBy: reversal.id });
    }
    const after = await rowCounts(actor.organizationId);
    for (const table of ['accounting.account', 'accounting.fiscal_year', 'accounting.journal']) {
      expect(after[table]).toBe(before[table]);
    }
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
  });

  it('lets the same file be imported again', async () => {
    const once = await imported(first);
    await undo(once.importId);
    const again = await imported(first);
    expect(again).toMatchObject({ status: 'imported', fiscalYearCreated: false, currencyAdopted: false });
    expect(again.importId).not.toBe(once.importId);
    expect(await closings('2025-12-31')).toEqual(closingsIn(first));
    expect(await imported(first)).toMatchObject({ status: 'already_imported', importId: again.importId });
    const { body } = await actor.get('/v1/accounting/imports?sort=importedAt');
    expect((body as { data: ImportView[] }).data).toMatchObject([
      { id: once.importId, status: 'undone', externalSource: `sie:${once.sha256}` },
      { id: again.importId, status: 'imported', externalSource: `sie:${once.sha256}:2` },
    ]);
    expect(await undo(again.importId)).toMatchObject({ status: 200, body: { entriesReversed: 3 } });
  });

  it('lets a corrected file take the year', async () => {
    await undo((await imported(first)).importId);
    const corrected = sieFile({ ...firstYear, opening: { '1930': 200, '2081': -200 } });
    await imported(corrected);
    expect(await closings('2025-12-31')).toEqual(closingsIn(corrected));
  });

  it('reverses imports of any length', async () => {
    const vouchers = Array.from({ length: 1201 }, () => ({ rows: { '1910': 1, '3010': -1 } }));
    const { importId } = await imported(sieFile({ ...firstYear, vouchers }));
    expect(await undo(importId)).toMatchObject({ status: 200, body: { entryCount: 1202, entriesReversed: 1202 } });
    expect(new Set(Object.values(await closings('2025-12-31')))).toEqual(new Set(['0.00']));
  });

  it('leaves entries that were reversed before, and those of other origin, as they are', async () => {
    const { importId } = await imported(first);
    const [sale] = await entries('reference=A 1'.replace(' ', '%20'));
    await actor.post(`/v1/accounting/journal-entries/${sale!.id}/reverse`, { entryDate: '2025-03-31' });
    await actor.postEntry('1910', '3010', '7.00', { entryDate: '2025-05-05' });
    expect(await undo(importId)).toMatchObject({ status: 200, body: { entryCount: 3, entriesReversed: 2 } });
    expect(await closings('2025-12-31')).toMatchObject({ '1910': '7.00', '1930': '0.00', '3010': '-7.00' });
  });

  it('happens once', async () => {
    const { importId } = await imported(first);
    const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'undo-it' };
    const done = await undo(importId, headers);
    expect(await undo(importId, headers)).toMatchObject({ status: 200, body: done.body });
    expect(await undo(importId)).toMatchObject({ status: 412 });
    await expectRefused(() => undo(importId, { 'If-Match': '"2"' }), [{ code: 'already_undone' }]);
  });

  it('has one effect, however many ask for it at once', async () => {
    const { importId } = await imported(first);
    const answers = await Promise.all(Array.from({ length: 4 }, () => undo(importId)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    expect(await entries()).toHaveLength(6);
  });

  it('needs the version that was read, the permission, and an import of the organization', async () => {
    const { importId } = await imported(first);
    expect(await undo(importId, {})).toMatchObject({ status: 428 });
    expect(await undo(importId, { 'If-Match': '"9"' })).toMatchObject({ status: 412 });
    expect(await undo(importId, undefined, await colleagueOf(actor, ['bookkeeper']))).toMatchObject({ status: 403 });
    expect(await undo(importId, undefined, await newActor())).toMatchObject({ status: 404 });
    expect(await entries()).toHaveLength(3);
  });
});

describe('an import stays', () => {
  it('while one of its periods is not open; each is named', async () => {
    const { importId } = await imported(first);
    const { body } = await actor.get('/v1/accounting/fiscal-periods?sort=startsOn');
    const periods = (body as { data: { id: string; number: number }[] }).data;
    const change = (number: number, verb: string, version: number) => {
      const { id } = periods.find((period) => period.number === number)!;
      return actor.post(`/v1/accounting/fiscal-periods/${id}/${verb}`, {}, { 'If-Match': `"${version}"` });
    };
    expect(await change(1, 'close', 1)).toMatchObject({ status: 200 });
    expect(await change(1, 'lock', 2)).toMatchObject({ status: 200 });
    expect(await change(6, 'close', 1)).toMatchObject({ status: 200 });
    expect(await change(9, 'close', 1)).toMatchObject({ status: 200 });
    await expectRefused(
      () => undo(importId),
      [
        { code: 'period_closed', message: 'The fiscal period 2025-01-01 to 2025-01-31 is locked for good.' },
        { code: 'period_closed', message: 'The fiscal period 2025-06-01 to 2025-06-30 is closed; reopen it first.' },
      ],
    );
  });

  it('while a later year has been imported on top', async () => {
    const { importId } = await imported(first);
    const later = await imported(second);
    await expectRefused(() => undo(importId), [{ code: 'later_import' }]);
    expect(await undo(later.importId)).toMatchObject({ status: 200 });
    expect(await closings('2025-12-31')).toEqual(closingsIn(first));
    expect(await undo(importId)).toMatchObject({ status: 200 });
    expect(new Set(Object.values(await closings('2026-12-31')))).toEqual(new Set(['0.00']));
  });

  it('while one of its accounts is inactive', async () => {
    const { importId } = await imported(first);
    const { body } = await actor.get('/v1/accounting/accounts?code=4010');
    const [account] = (body as { data: { id: string }[] }).data;
    await actor.patch(`/v1/accounting/accounts/${account!.id}`, { status: 'inactive' }, '"1"');
    await expectRefused(() => undo(importId), [{ code: 'account_inactive' }]);
  });

  it('and the currency that it brought stays for good', async () => {
    await undo((await imported(first)).importId);
    const euro = sieFile({ ...firstYear, more: ['#VALUTA EUR'] });
    expect(await actor.upload(sie, euro)).toMatchObject({ status: 409, body: { code: 'functional_currency_fixed' } });
  });
});

describe('the database', () => {
  it('lets nobody change what was imported, nor redo what was undone', async () => {
    const { importId } = await imported(first);
    await undo(importId);
    const client = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
    const attempt = (text: string) =>
      inOrganization(client, actor.organizationId, () => client.query(text, [importId]));
    try {
      const redo = `UPDATE accounting.import SET status = 'imported', undone_by = NULL, undone_at = NULL WHERE id = $1`;
      await expectRefusal(attempt(redo), { code: 'BU130' });
      for (const text of [
        'UPDATE accounting.import SET sha256 = sha256 WHERE id = $1',
        'UPDATE accounting.import SET report = report WHERE id = $1',
        'DELETE FROM accounting.import WHERE id = $1',
        'UPDATE accounting.import_entry SET import_id = import_id WHERE import_id = $1',
        'DELETE FROM accounting.import_entry WHERE import_id = $1',
      ]) {
        await expectRefusal(attempt(text), { code: '42501', message: 'permission denied' });
      }
    } finally {
      await client.end();
    }
  });
});
