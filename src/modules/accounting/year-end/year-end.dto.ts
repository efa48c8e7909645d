import {
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { FiscalYearView } from '../calendar/fiscal-years.dto.js';
import type { PlannedEntry } from '../journal/planned-entry.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_LINES = 5_001;

export class YearEndQuery {
  @Flag({ optional: true, example: false, description: 'Answer what would be done, and keep nothing.' })
  dryRun?: boolean;
}

export class CloseFiscalYear {
  @Text(500, {
    optional: true,
    example: 'Approved by the general meeting',
    description: 'Kept with the year, and with an entry that goes into a softly closed period.',
  })
  reason?: string;
}

export class ReopenFiscalYear {
  @Text(500, {
    example: 'The auditor found an invoice',
    description: 'Kept with the year, and with a reversal that goes into a softly closed period.',
  })
  reason: string;
}

export class YearEndLineView {
  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '3000' })
  accountCode: string;

  @Text(200, { example: 'Sales' })
  accountName: string;

  @Money({ example: '1250.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;
}

export class YearEndEntryView {
  @Ref({ nullable: true, example: exampleId, description: 'Null in a dry run.' })
  id: string | null;

  @Text(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { nullable: true, example: 218, description: 'Null in a dry run.' })
  number: number | null;

  @OnDate({ example: '2026-12-31', description: 'The last day of the fiscal year.' })
  entryDate: string;

  @Ref({ example: exampleId, description: 'The adjustment period of the year where it has one, else its last period.' })
  periodId: string;

  @Text(500, { example: 'Closing of the fiscal year 2026-01-01 to 2026-12-31' })
  description: string;

  @CurrencyCode({ example: 'EUR', description: 'The functional currency; all amounts are in it.' })
  currency: string;

  @Money({ example: '1250.00', description: 'Sum of either side.' })
  total: string;

  @List(() => YearEndLineView, { min: 2, max: MOST_LINES, description: 'By account code, retained earnings last.' })
  lines: YearEndLineView[];

  /** @param number what the series gave; undefined where it was not asked */
  static from(entry: PlannedEntry, number?: number): YearEndEntryView {
    const { minorUnits, code } = entry.functionalCurrency;
    return {
      id: number === undefined ? null : entry.id,
      journalCode: entry.journal.code,
      number: number ?? null,
      entryDate: entry.entryDate,
      periodId: entry.period.id,
      description: entry.description,
      currency: code,
      total: entry.total.toFixed(minorUnits),
      lines: entry.lines.map(({ account, functionalDebit, functionalCredit }) => ({
        accountId: account.id,
        accountCode: account.code,
        accountName: account.name,
        debit: functionalDebit.toFixed(minorUnits),
        credit: functionalCredit.toFixed(minorUnits),
      })),
    };
  }
}

export class YearEndBlockerView {
  @Text(100, { example: 'period_not_closed' })
  code: string;

  @Text(500, { example: 'The fiscal period 2026-11-01 to 2026-11-30 is open; close it first.' })
  message: string;
}

const outcomes = ['done', 'dry_run'] as const;
type Outcome = (typeof outcomes)[number];

export class FiscalYearClosingView {
  @Choice(outcomes, { name: 'YearEndOutcome', example: 'done', description: '`dry_run`: nothing was kept.' })
  outcome: Outcome;

  @Count(1, 2_147_483_647, { example: 2, description: 'That of the fiscal year; also the ETag.' })
  version: number;

  @Nested(() => FiscalYearView, { description: 'The fiscal year as it is afterwards; in a dry run, as it is.' })
  fiscalYear: FiscalYearView;

  @Money({ example: '1250.00', description: 'The result that goes to retained earnings; a loss is below zero.' })
  result: string;

  @List(() => YearEndBlockerView, {
    max: 1_000,
    description: 'What stands in the way. Only a dry run answers it; otherwise it refuses the closing.',
  })
  blockers: YearEndBlockerView[];

  @Nested(() => YearEndEntryView, {
    nullable: true,
    description:
      'The closing entry; null where income and expense accounts are at zero already, and in a dry run where it cannot be made yet.',
  })
  entry: YearEndEntryView | null;
}

export class FiscalYearReopeningView {
  @Choice(outcomes, { name: 'YearEndOutcome', example: 'done', description: '`dry_run`: nothing was kept.' })
  outcome: Outcome;

  @Count(1, 2_147_483_647, { example: 3, description: 'That of the fiscal year; also the ETag.' })
  version: number;

  @Nested(() => FiscalYearView, { description: 'The fiscal year as it is afterwards; in a dry run, as it is.' })
  fiscalYear: FiscalYearView;

  @Nested(() => YearEndEntryView, {
    nullable: true,
    description: 'The reversal of the closing entry; null where the year was closed without one.',
  })
  reversal: YearEndEntryView | null;
}
