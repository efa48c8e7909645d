import type { SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, type Answer, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { rowCounts } from '../support/row-counts.js';
import { closingsIn, firstYear, secondYear, sieFile, sieLines } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const [first, second] = [sieFile(firstYear), sieFile(secondYear)];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer): Promise<SieImportView> {
  const answer = await actor.upload(sie, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as SieImportView;
}

async function closings(asOf: string): Promise<Record<string, string>> {
  const { body } = await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`);
  const { lines } = body as TrialBalanceView;
  const shown = lines.filter(({ opening, closing }) => opening !== '0.00' || closing !== '0.00');
  return Object.fromEntries(shown.map(({ accountCode, closing }) => [accountCode, closing]));
}

/** The refusal leaves nothing behind. */
async function expectConflict(upload: () => Promise<Answer>, errors: object[]): Promise<void> {
  const before = await rowCounts(actor.organizationId);
  expect(await upload()).toMatchObject({ status: 409, body: { code: 'import_conflict', errors } });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
}

describe('the file of a following year', () => {
  it('has its openings verified and not posted again; the result of the year before is carried', async () => {
    await imported(first);
    const report = await imported(second);
    expect(report.opening).toMatchObject({
      treatment: 'verified',
      difference: '0.00',
      carriedResult: [{ accountCode: '2099', amount: '-30.00' }],
    });
    expect(await closings('2025-12-31')).toEqual(closingsIn(first));
    expect(await closings('2026-12-31')).toEqual(closingsIn(second));
    const { body } = await actor.get('/v1/accounting/journal-entries?kind=opening&sort=entryDate');
    expect(body.data).toMatchObject([
      { entryDate: '2025-01-01', externalId: 'opening_balances', total: '100.00' },
      { entryDate: '2026-01-01', externalId: 'carried_result', total: '50.00' },
    ]);
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
  });

  it('may start inside a month', async () => {
    const lasting = (from: string, to: string) => (lines: string[]) =>
      lines.map((line) => (line.startsWith('#RAR 0') ? `#RAR 0 ${from} ${to}` : line));
    const [sale, costs] = firstYear.vouchers!;
    const vouchers = [sale!, { ...costs!, date: '20260110' }];
    await imported(sieFile({ ...firstYear, vouchers, change: lasting('20250101', '20260114') }));
    await imported(sieFile({ ...secondYear, change: lasting('20260115', '20261231') }));
    expect(await closings('2026-12-31')).toEqual(closingsIn(second));
  });

  it('waits for postings to the year before, so that its openings are compared with all of them', async () => {
    await imported(first);
    await asOwner(async (client) => {
      await client.query('BEGIN');
      const hold = 'SELECT FROM accounting.number_series WHERE organization_id = $1 FOR UPDATE';
      await client.query(hold, [actor.organizationId]);
      const upload = actor.upload(sie, second);
      const waiting = new Promise((resolve) => setTimeout(resolve, 500, 'waiting'));
      expect(await Promise.race([upload, waiting])).toBe('waiting');
      await client.query('COMMIT');
      expect(await upload).toMatchObject({ status: 200, body: { status: 'imported' } });
    });
  });

  it('is refused where its openings are not the closings of the books', async () => {
    await imported(first);
    const opening = { ...secondYear.opening, '1930': 81, '2081': -101 };
    await expectConflict(
      () => actor.upload(sie, sieFile({ ...secondYear, opening })),
      [
        {
          code: 'opening_differs_from_books',
          line: 15,
          message: 'Account 1930 opens with 81.00 in the file, but the books close the year before with 80.00.',
        },
      ],
    );
  });

  it('goes before entries of a later year, but not beneath them', async () => {
    await imported(second);
    const [year] = (await actor.get('/v1/accounting/fiscal-years')).body.data;
    expect(year).toMatchObject({ startsOn: '2026-01-01' });
    await expectConflict(() => actor.upload(sie, first), [{ code: 'fiscal_year_in_use', line: 6 }]);
  });
});

describe('a year that the books have', () => {
  it('is taken where it is empty, wherever it lies', async () => {
    await actor.openBooks('2030-01-01', '2030-12-31');
    expect(await imported(first)).toMatchObject({ fiscalYearCreated: true });
    const other = await newActor();
    await other.openBooks('2025-01-01', '2025-12-31');
    const { body } = await other.upload(sie, first);
    expect(body).toMatchObject({ status: 'imported', fiscalYearCreated: false, currencyAdopted: true });
    // The account was there with another name, which stays.
    expect(body.accounts).toContainEqual(expect.objectContaining({ code: '1930', name: 'Bank', isNew: false }));
    expect(body.remarks).toContainEqual(expect.objectContaining({ code: 'account_name_differs' }));
  });

  it('may be the last of the calendar', async () => {
    const last = sieFile({ year: 2199, opening: { '1930': 100, '2081': -100 }, vouchers: [firstYear.vouchers![0]!] });
    await imported(last);
    expect(await closings('2199-12-31')).toEqual(closingsIn(last));
    const lasting = (lines: string[]) => lines.map((line) => line.replace(/^#RAR 0 .*/, '#RAR 0 21980630 21991230'));
    expect(await actor.upload(sie, sieFile({ ...firstYear, change: lasting }))).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ code: 'fiscal_year_too_long', line: 6 })]) },
    });
  });

  it('is refused for another file, and for a file of other dates', async () => {
    await imported(first);
    const changed = sieFile({ ...firstYear, opening: { '1930': 200, '2081': -200 } });
    await expectConflict(() => actor.upload(sie, changed), [{ code: 'fiscal_year_already_imported', line: 6 }]);
    const broken = sieFile({
      ...firstYear,
      change: (lines) => lines.map((line) => line.replace('20250101 20251231', '20250101 20251130')),
    });
    await expectConflict(
      () => actor.upload(sie, broken),
      [{ code: 'fiscal_year_overlaps' }, { code: 'fiscal_year_already_imported' }],
    );
  });

  it('is refused with entries of its own, unless they have been reversed', async () => {
    await actor.openBooks('2025-01-01', '2025-12-31');
    const currency = { functionalCurrency: 'SEK' };
    await actor.patch(`/v1/administration/legal-entities/${actor.legalEntityId}`, currency, '"1"');
    const { id } = await actor.postEntry('1000', '3000', '5.00', { entryDate: '2025-03-05' });
    await expectConflict(() => actor.upload(sie, first), [{ code: 'fiscal_year_in_use' }]);
    await actor.post(`/v1/accounting/journal-entries/${id}/reverse`, { entryDate: '2025-04-05' });
    expect(await imported(first)).toMatchObject({ status: 'imported' });
  });

  it('is refused where an entry of it is reversed in the year after: at its end both do not cancel', async () => {
    await actor.openBooks('2025-01-01', '2025-12-31');
    await actor.post('/v1/accounting/fiscal-years', { startsOn: '2026-01-01', endsOn: '2026-12-31' });
    const { id } = await actor.postEntry('1000', '3000', '5.00', { entryDate: '2025-03-05', currency: 'EUR' });
    await actor.post(`/v1/accounting/journal-entries/${id}/reverse`, { entryDate: '2026-01-05' });
    const euro = (year: number) => sieFile({ ...firstYear, year, vouchers: [], more: ['#VALUTA EUR'] });
    await expectConflict(() => actor.upload(sie, euro(2025)), [{ code: 'fiscal_year_in_use' }]);
    const { body } = await actor.upload(sie, euro(2026));
    expect(body.errors).toContainEqual(expect.objectContaining({ code: 'fiscal_year_in_use', line: 6 }));
  });

  it('is refused in another currency than the posted entries have', async () => {
    await actor.openBooks('2024-01-01', '2024-12-31');
    await actor.postEntry('1000', '3000', '5.00', { entryDate: '2024-03-05' });
    const { status, body } = await actor.upload(sie, first);
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'import_conflict' } });
    expect(body.errors).toContainEqual(expect.objectContaining({ code: 'currency_differs', line: 6 }));
  });

  it('is refused with the line of each voucher that lies in a closed period', async () => {
    await actor.openBooks('2025-01-01', '2025-12-31');
    const { body } = await actor.get('/v1/accounting/fiscal-periods?startsOn=2025-06-01');
    const [june] = (body as { data: { id: string }[] }).data;
    await actor.post(`/v1/accounting/fiscal-periods/${june!.id}/close`, {}, { 'If-Match': '"1"' });
    const line = sieLines(firstYear).findIndex((one) => one.startsWith('#VER B')) + 1;
    await expectConflict(() => actor.upload(sie, first), [{ code: 'period_closed', line, pointer: '' }]);
  });

  it('is refused where the journal of a series is inactive', async () => {
    await actor.openBooks('2025-01-01', '2025-12-31');
    const { body } = await actor.post('/v1/accounting/journals', { code: 'B', name: 'Bank' });
    await actor.patch(`/v1/accounting/journals/${(body as { id: string }).id}`, { status: 'inactive' }, '"1"');
    await expectConflict(() => actor.upload(sie, first), [{ code: 'journal_inactive' }]);
  });
});
