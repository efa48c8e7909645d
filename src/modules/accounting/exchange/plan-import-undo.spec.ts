import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { type PeriodFact, PostingFacts } from '../journal/posting-facts.js';
import { planImportUndo } from './plan-import-undo.js';

const legalEntityId = 'entity';

function period(month: string, status: PeriodFact['status'] = 'open'): PeriodFact {
  const [startsOn, endsOn] = [`2026-${month}-01`, `2026-${month}-28`] as CalendarDate[];
  const range = { startsOn: startsOn!, endsOn: endsOn! };
  const year = { fiscalYearId: 'year', fiscalYearStatus: 'open' as const };
  return { id: month, legalEntityId, ...year, ...range, isAdjustment: false, status };
}

function facts(periods: PeriodFact[], isActive = true, takesEntries = true): PostingFacts {
  const account = (id: string, code: string) => {
    return { id, legalEntityId, code, name: code, isGroup: false, isActive, control: 'bank' as const, currency: null };
  };
  return new PostingFacts({
    books: [{ legalEntityId, functionalCurrency: requireCurrency('SEK'), roundingAccountId: null, isArchived: false }],
    accounts: [account('a1', '1930'), account('a2', '3010')],
    journals: [{ id: 'journal', legalEntityId, code: 'A', isActive: takesEntries }],
    periods,
  });
}

function entry(id: string, entryDate: string): JournalEntryView {
  const line = { currency: 'SEK', exchangeRate: null, exchangeRateSource: null, description: null };
  const [amount, zero] = ['50.00', '0.00'];
  return {
    id,
    legalEntityId,
    journalCode: 'A',
    entryDate,
    kind: 'regular',
    description: 'Cash sale',
    reference: 'A 17',
    functionalCurrency: 'SEK',
    total: amount,
    reversalOf: null,
    lines: [
      { ...line, accountId: 'a1', debit: amount, credit: zero, functionalDebit: amount, functionalCredit: zero },
      { ...line, accountId: 'a2', debit: zero, credit: amount, functionalDebit: zero, functionalCredit: amount },
    ],
    taxes: [] as JournalEntryView['taxes'],
  } as JournalEntryView;
}

const entries = [entry('e1', '2026-01-05'), entry('e2', '2026-02-05'), entry('e3', '2026-02-06')];

describe('undoing an import', () => {
  it('mirrors every entry on its own date', () => {
    const plan = planImportUndo(entries, facts([period('01'), period('02')]));
    expect(plan.entries).toMatchObject([
      { reversalOf: 'e1', entryDate: '2026-01-05', description: 'Import undone: Cash sale', externalId: null },
      { reversalOf: 'e2', entryDate: '2026-02-05' },
      { reversalOf: 'e3', entryDate: '2026-02-06' },
    ]);
    const [first] = plan.entries ?? [];
    expect(first?.lines.map(({ debit, credit }) => [debit.toFixed(2), credit.toFixed(2)])).toEqual([
      ['0.00', '50.00'],
      ['50.00', '0.00'],
    ]);
  });

  it('is refused with each period that is not open', () => {
    const periods = [period('02', 'locked'), period('01', 'soft_closed'), period('03', 'locked')];
    expect(planImportUndo(entries, facts(periods))).toEqual({
      errors: [
        {
          pointer: '',
          code: 'period_closed',
          message: 'The fiscal period 2026-01-01 to 2026-01-28 is closed; reopen it first.',
        },
        {
          pointer: '',
          code: 'period_closed',
          message: 'The fiscal period 2026-02-01 to 2026-02-28 is locked for good.',
        },
      ],
    });
  });

  it('is refused with each inactive account, once', () => {
    const { errors } = planImportUndo(entries, facts([period('01'), period('02')], false));
    expect(errors?.map(({ code, message }) => [code, message.slice(0, 12)])).toEqual([
      ['account_inactive', 'Account 1930'],
      ['account_inactive', 'Account 3010'],
    ]);
  });

  it('is refused with each inactive journal, once', () => {
    const { errors } = planImportUndo(entries, facts([period('01'), period('02')], true, false));
    expect(errors).toEqual([
      {
        pointer: '',
        code: 'journal_inactive',
        message: 'The journal A is inactive; activate it to reverse what was posted to it.',
      },
    ]);
  });

  it('keeps to the length of a description', () => {
    const long = { ...entries[0]!, description: 'x'.repeat(500) };
    const plan = planImportUndo([long], facts([period('01')]));
    expect(plan.entries?.[0]?.description).toHaveLength(500);
  });
});
