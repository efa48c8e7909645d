import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { DimensionKind } from '../../dimensions/dimension-kind.js';
import type { SieFile, SieRowKind } from './sie-file.js';
import type { SieFinding, SieFindings } from './sie-findings.js';
import type {
  ClosingProof,
  ObjectClosingProof,
  OpeningTreatment,
  PlannedAccount,
  SieImportPlan,
  SkippedVoucher,
} from './sie-import-plan.js';

/** What an import did, or would do as a dry run. */
export interface SieImportReport {
  sha256: string;
  program: string;
  generatedOn?: CalendarDate;
  companyName: string;
  organizationNumber?: string;
  fiscalYear: DateRange;
  fiscalYearCreated: boolean;
  /** ISO 4217 */
  currency: string;
  /** The books had no entries and took over the file's currency. */
  currencyAdopted: boolean;
  counts: SieImportCounts;
  opening: OpeningTreatment;
  /** Each account with the rule that gave its type. */
  accounts: readonly PlannedAccount[];
  /** Series of the vouchers with how many were posted of each. */
  series: readonly { series: string; vouchers: number }[];
  skippedVouchers: readonly SkippedVoucher[];
  /** Closing balance of every account with a figure in the year: what the file says and what the import makes. */
  closings: readonly ClosingProof[];
  /** The same by account and object, for every #OUB of the year. */
  objectClosings: readonly ObjectClosingProof[];
  /** Each dimension with how many of its objects are new in the books. */
  dimensions: readonly {
    code: string;
    name: string;
    kind: DimensionKind;
    isNew: boolean;
    values: number;
    valuesCreated: number;
  }[];
  remarks: readonly SieFinding[];
  /** Remarks beyond those listed. */
  remarksLeftOff: number;
}

/** How much of what the file holds, and what became of it. */
export interface SieImportCounts {
  accounts: number;
  accountsCreated: number;
  dimensions: number;
  objects: number;
  dimensionsCreated: number;
  /** Values of dimensions that are new in the books. */
  objectsCreated: number;
  /** Objects on the rows of vouchers that were posted. */
  voucherObjects: number;
  /** #IB, #UB and #RES of all years. */
  openingBalances: number;
  closingBalances: number;
  results: number;
  /** #OIB and #OUB of all years. */
  objectBalances: number;
  /** #PSALDO: read, not posted. */
  periodBalances: number;
  /** #PBUDGET: read, not posted. */
  periodBudgets: number;
  vouchers: number;
  vouchersPosted: number;
  vouchersSkipped: number;
  /** #TRANS */
  rows: number;
  /** Ledger lines of the vouchers, without the opening entry. */
  linesPosted: number;
  /** #TRANS rows without an amount. */
  zeroRowsDropped: number;
  /** #RTRANS: rows that were added later; each counts once, as the #TRANS after it. */
  rowsAdded: number;
  /** #BTRANS: rows that were struck later; they do not count. */
  rowsStruck: number;
}

/** The report of a plan. */
export function reportOf(file: SieFile, plan: SieImportPlan, findings: SieFindings): SieImportReport {
  return {
    sha256: plan.sha256,
    program: [file.program.name, file.program.version].filter((part) => part !== '').join(' '),
    generatedOn: file.generatedOn,
    companyName: file.companyName,
    organizationNumber: file.organizationNumber,
    fiscalYear: plan.fiscalYear,
    fiscalYearCreated: plan.createsFiscalYear,
    currency: plan.currency,
    currencyAdopted: plan.adoptsCurrency,
    counts: countsOf(file, plan),
    opening: plan.opening,
    accounts: plan.accounts,
    series: seriesOf(plan),
    skippedVouchers: plan.skippedVouchers,
    closings: plan.closings,
    objectClosings: plan.objectClosings,
    dimensions: plan.dimensions.map(({ objects, ...dimension }) => ({
      ...dimension,
      values: objects.length,
      valuesCreated: objects.filter(({ isNew }) => isNew).length,
    })),
    remarks: findings.remarks,
    remarksLeftOff: findings.remarksLeftOff,
  };
}

function seriesOf({ vouchers }: SieImportPlan): { series: string; vouchers: number }[] {
  const counts = new Map<string, number>();
  for (const { series } of vouchers) counts.set(series, (counts.get(series) ?? 0) + 1);
  return Array.from(counts, ([series, count]) => ({ series, vouchers: count }));
}

function countsOf(file: SieFile, plan: SieImportPlan): SieImportCounts {
  const rows: Record<SieRowKind, number> = { transaction: 0, added: 0, struck: 0 };
  for (const voucher of file.vouchers) for (const { kind } of voucher.rows) rows[kind]++;
  return {
    accounts: plan.accounts.length,
    accountsCreated: plan.accounts.filter(({ isNew }) => isNew).length,
    dimensions: file.dimensions.length,
    objects: file.objects.length,
    dimensionsCreated: plan.dimensions.filter(({ isNew }) => isNew).length,
    objectsCreated: plan.dimensions.flatMap(({ objects }) => objects).filter(({ isNew }) => isNew).length,
    voucherObjects: plan.vouchers
      .flatMap(({ lines }) => lines)
      .reduce((count, { objects }) => count + objects.length, 0),
    openingBalances: file.openingBalances.length,
    closingBalances: file.closingBalances.length,
    results: file.results.length,
    objectBalances: file.objectOpeningBalances.length + file.objectClosingBalances.length,
    periodBalances: file.periodBalances.length,
    periodBudgets: file.periodBudgets.length,
    vouchers: file.vouchers.length,
    vouchersPosted: plan.vouchers.length,
    vouchersSkipped: plan.skippedVouchers.length,
    rows: rows.transaction,
    linesPosted: rows.transaction - plan.zeroRowsDropped,
    zeroRowsDropped: plan.zeroRowsDropped,
    rowsAdded: rows.added,
    rowsStruck: rows.struck,
  };
}
