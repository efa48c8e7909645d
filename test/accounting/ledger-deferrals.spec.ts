import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import {
  addDeferredAccount,
  type DeferralDraft,
  draftDeferral,
  draftRecognition,
  insertDeferral,
  insertDeferredParts,
  insertRecognition,
  insertRecognizedParts,
  type RecognitionDraft,
} from '../support/ledger-deferrals.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, type Receivables } from '../support/ledger-open-items.js';
import { expectAccepted, expectRefusal, type Refusal, refusalOf } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps what is deferred and recognized.

let ledger: LedgerDatabase;
let own: Receivables;
let account: string;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  account = await addDeferredAccount(ledger);
});
afterAll(() => ledger?.close());

const invoice = (credits?: DeferralDraft) => draftDeferral(ledger, own, account, credits);
const issued = async () => {
  const draft = await invoice();
  await insertDeferral(ledger, draft);
  return draft;
};

describe('what a line defers', () => {
  it.each<[string, Refusal, (draft: DeferralDraft) => unknown]>([
    ['has a schedule', { code: 'BU611' }, (draft) => Object.assign(draft, { schedules: [], parts: [] })],
    ['sums to the line', { code: 'BU611' }, ({ parts }) => (parts[0]!.amount = '49.99')],
    [
      'sums to it in the functional currency',
      { code: 'BU611' },
      ({ parts }) => (parts[1]!.functional_amount = '50.01'),
    ],
    ['is of the amount of the line', { code: 'BU611' }, ({ schedules }) => (schedules[0]!.amount = '99.00')],
    [
      'is on the account that the line posts to',
      { code: 'BU611' },
      ({ entry }) => (entry.lines[1]!.account_id = ledger.books.accounts['3000']!),
    ],
    ['is earned as the line says', { code: 'BU611' }, ({ schedules }) => (schedules[0]!.method = 'by_day')],
    ['is due when the invoice is there', { code: 'BU610' }, ({ parts }) => (parts[0]!.due_on = '2026-03-14')],
    [
      'is of months of the service',
      { code: 'BU610' },
      ({ parts }) => Object.assign(parts[1]!, { month: '2026-05-01', due_on: '2026-05-31' }),
    ],
  ])('%s', async (_rule, refusal, fault) => {
    const draft = await invoice();
    const faulty = structuredClone(draft);
    fault(faulty);
    await expectRefusal(insertDeferral(ledger, faulty), refusal);
    await expectAccepted(insertDeferral(ledger, draft));
  });

  it('takes no schedule and no part later', async () => {
    const draft = await issued();
    const [part] = draft.parts;
    await expectRefusal(
      insertDeferredParts(ledger, { schedules: [{ ...draft.schedules[0], id: newId(), position: 1 }], parts: [] }),
      {
        code: '23505',
        constraint: 'deferral_schedule_line_key',
      },
    );
    await expectRefusal(
      insertDeferredParts(ledger, {
        schedules: [],
        parts: [{ ...part, id: newId(), month: '2026-04-01', due_on: '2026-04-30' }],
      }),
      { code: '23505', constraint: 'deferral_part_month_key' },
    );
    const late = { ...part, id: newId(), document_id: (await issued()).document.id };
    await expectRefusal(insertDeferredParts(ledger, { schedules: [], parts: [late] }), { code: 'BU610' });
  });

  it('is changed by a credit note of the invoice by what that takes back', async () => {
    const [sold, other] = [await issued(), await issued()];
    const credit = await invoice(sold);
    const faulty = structuredClone(credit);
    faulty.parts[0]!.amount = '-49.00';
    await expectRefusal(insertDeferral(ledger, faulty), { code: 'BU611' });
    const ofAnother = structuredClone(credit);
    ofAnother.parts[0]!.schedule_id = other.schedules[0]!.id;
    await expectRefusal(insertDeferral(ledger, ofAnother), { code: 'BU610' });
    await expectAccepted(insertDeferral(ledger, credit));
  });
});

describe('what an entry recognizes', () => {
  it.each<[string, Refusal, (draft: RecognitionDraft) => unknown]>([
    ['is what its parts sum to', { code: 'BU612' }, (draft) => (draft.parts = [])],
    [
      'is on the accounts of its parts',
      { code: 'BU612' },
      ({ entry }) => (entry.lines[1]!.account_id = ledger.books.accounts['3960']!),
    ],
    ['is due', { code: 'BU612' }, (draft) => ofDay(draft, '2026-03-30')],
    ['is of its entry', { code: 'BU612' }, ({ entry }) => (entry.header.origin_id = newId())],
    ['is of the date of its entry', { code: 'BU612' }, ({ recognition }) => (recognition.recognized_on = '2026-03-30')],
  ])('%s', async (_rule, refusal, fault) => {
    const draft = await draftRecognition(ledger, await issued());
    const faulty = structuredClone(draft);
    fault(faulty);
    await expectRefusal(insertRecognition(ledger, faulty), refusal);
    await expectAccepted(insertRecognition(ledger, draft));
  });

  it('stays as it is', async () => {
    const sold = await issued();
    const draft = await draftRecognition(ledger, sold);
    await insertRecognition(ledger, draft);
    await expectRefusal(insertRecognizedParts(ledger, draft.recognition.id, [sold.parts[1]!.id as string]), {
      code: 'BU612',
    });
    const remove = () => ledger.app.query('DELETE FROM accounting.deferral_recognized_part');
    const change = () => ledger.app.query('UPDATE accounting.deferral_part SET due_on = due_on + 1');
    for (const work of [remove, change]) {
      await expectRefusal(inOrganization(ledger.app, ledger.books.organizationId, work), { code: '42501' });
    }
  });

  it('is recognized by one of two entries at the same time', async () => {
    const sold = await issued();
    const draft = await draftRecognition(ledger, sold);
    await insertRecognition(ledger, draft);
    await expectRefusal(insertRecognition(ledger, await draftRecognition(ledger, sold)), {
      code: '23505',
      constraint: 'deferral_recognized_part_pkey',
    });
    const raced = await issued();
    const [one, other] = [await draftRecognition(ledger, raced), await draftRecognition(ledger, raced)];
    other.entry.header.journal_id = ledger.books.journals['SALES']!;
    const { rows } = await ledger.owner.query(
      `SELECT coalesce(max(last_number), 0) + 1 AS next FROM accounting.number_series WHERE journal_id = $1`,
      [other.entry.header.journal_id],
    );
    other.entry.header.number = Number(rows[0].next);
    const second = await ledger.connect();
    const outcomes = await Promise.all([
      refusalOf(insertRecognition(ledger, one)),
      refusalOf(insertRecognition(ledger, other, second)),
    ]);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== undefined)).toMatchObject({
      code: expect.stringMatching(/^(23505|40P01)$/),
    });
  });
});

function ofDay({ entry, recognition }: RecognitionDraft, day: string): void {
  entry.header.entry_date = day;
  for (const line of entry.lines) line.entry_date = day;
  recognition.recognized_on = day;
}
