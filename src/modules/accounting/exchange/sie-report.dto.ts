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
import { type AccountControl, accountControls, type AccountType, accountTypes } from '../chart/account-type.js';
import { type DimensionKind, dimensionKinds } from '../dimensions/dimension-kind.js';
import { SieImportCountsView } from './sie-counts.dto.js';
import { SieOpeningView } from './sie-opening.dto.js';

const MOST_LINES = 2_147_483_647;
const MOST_PARTS = 200_000;

const closingLabels = ['#UB', '#RES'] as const;
const skippingReasons = ['no_rows', 'zero_amounts_only', 'struck_rows_only'] as const;

export class SieFiscalYearView {
  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-12-31' })
  endsOn: string;
}

export class SieAccountView {
  @Code(20, { example: '1930' })
  code: string;

  @Text(200, { example: 'Checkräkning' })
  name: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  type: AccountType;

  @Choice(accountControls, {
    name: 'AccountControl',
    example: 'bank',
    description: 'Bank, receivable and payable accounts become control accounts without a ledger below them.',
  })
  control: AccountControl;

  @Text(200, { example: 'BAS class 1: assets', description: 'Which rule gave the type.' })
  rule: string;

  @Flag({ example: true, description: 'False where the books had the account before.' })
  isNew: boolean;
}

export class SieSeriesView {
  @Text(200, { nullable: true, example: 'A', description: 'As in the file; null for vouchers without a series.' })
  series: string | null;

  @Text(20, { example: 'A', description: 'The journal that its vouchers are posted to.' })
  journalCode: string;

  @Count(1, MOST_LINES, { example: 84, description: 'Vouchers that become entries.' })
  vouchers: number;
}

export class SieSkippedVoucherView {
  @Text(2000, { nullable: true, example: 'A' })
  series: string | null;

  @Text(2000, { nullable: true, example: '17' })
  number: string | null;

  @Count(1, MOST_LINES, { example: 17, description: 'Place among the vouchers of the file, from 1.' })
  position: number;

  @Count(1, MOST_LINES, { example: 412 })
  line: number;

  @Choice(skippingReasons, { name: 'SieSkippingReason', example: 'no_rows', description: 'Why it is no entry.' })
  reason: (typeof skippingReasons)[number];
}

export class SieClosingView {
  @Code(20, { example: '1930' })
  accountCode: string;

  @Choice(closingLabels, { name: 'SieClosingLabel', example: '#UB' })
  label: (typeof closingLabels)[number];

  @Money({ example: '1500.00', description: 'What the file says; zero where it says nothing.' })
  inFile: string;

  @Money({ example: '0.00', description: 'What the completion of the openings adds, which the file does not know.' })
  completion: string;

  @Money({ example: '1500.00', description: 'Both together: what the trial balance has to show at the year-end.' })
  expected: string;

  @Money({ example: '1500.00', description: 'Openings, completion and vouchers, added up.' })
  computed: string;
}

export class SieObjectView {
  @Text(2000, { example: '1', description: 'Number of the dimension (#DIM).' })
  dimensionCode: string;

  @Text(2000, { example: 'STO', description: 'The object (#OBJEKT).' })
  valueCode: string;
}

export class SieObjectClosingView {
  @Code(20, { example: '1930' })
  accountCode: string;

  @List(() => SieObjectView, { min: 1, max: MOST_LINES })
  objects: SieObjectView[];

  @Money({ example: '7600.00', description: '#OUB 0 of the file.' })
  inFile: string;

  @Money({ example: '7600.00', description: '#OIB 0 and the vouchers, added up; the same, or the file is refused.' })
  computed: string;
}

export class SieDimensionView {
  @Text(20, { example: '1' })
  code: string;

  @Text(200, { example: 'Kostnadsställe' })
  name: string;

  @Choice(dimensionKinds, {
    name: 'DimensionKind',
    example: 'cost_centre',
    description: 'By the number that SIE reserves for it: 1 cost centre, 6 project; others are custom.',
  })
  kind: DimensionKind;

  @Flag({ example: true, description: 'False where the books had the dimension before.' })
  isNew: boolean;

  @Count(0, MOST_LINES, { example: 10, description: 'Objects that the file declares or uses.' })
  values: number;

  @Count(0, MOST_LINES, { example: 10, description: 'Those of them that are new in the books.' })
  valuesCreated: number;
}

export class SieRemarkView {
  @Count(1, MOST_LINES, { nullable: true, example: 3, description: 'Line of the file, from 1.' })
  line: number | null;

  @Text(100, { nullable: true, example: 'openingDifferenceAccount', description: 'The query parameter meant.' })
  parameter: string | null;

  @Code(100, { example: 'currency_adopted' })
  code: string;

  @Text(5000, { example: 'The books have no entries yet and change from EUR to SEK.' })
  message: string;
}

export const sieNotKept = [
  'dimension_parents',
  'period_balances',
  'period_budgets',
  'quantities',
  'signatures',
  'registration_dates',
  'struck_rows',
  'tax_return_codes',
  'units',
] as const;

/** In the reports of imports from before the books had dimensions. */
const formerlyNotKept = ['dimensions', 'objects', 'voucher_objects', 'object_balances'] as const;
const notKeptParts = [...sieNotKept, ...formerlyNotKept];

export class SieNotKeptView {
  @Choice(notKeptParts, { name: 'SieNotKeptPart', example: 'signatures' })
  part: (typeof notKeptParts)[number];

  @Count(1, MOST_LINES, { example: 120 })
  count: number;

  @Text(500, { example: 'Signatures on vouchers and rows: the entries say who imported them.' })
  explanation: string;
}

export class SieBudgetView {
  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', description: 'The budget; of a dry run it is not there.' })
  id: string;

  @Code(20, { example: 'SIE' })
  code: string;

  @Count(1, MOST_LINES, { example: 1 })
  revision: number;

  @Count(1, MOST_LINES, { example: 24 })
  lineCount: number;
}

/** What an import did, or would do as a dry run. */
export class SieReportView {
  @Code(64, {
    example: 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    description: 'Of the file.',
  })
  sha256: string;

  @Text(2000, { nullable: true, example: 'BL Administration 2011.2.102', description: 'What wrote the file.' })
  program: string | null;

  @OnDate({ nullable: true, example: '2026-02-01' })
  generatedOn: string | null;

  @Text(2000, { nullable: true, example: 'Exempel AB' })
  companyName: string | null;

  @Text(2000, { nullable: true, example: '556265-1892' })
  organizationNumber: string | null;

  @Nested(() => SieFiscalYearView)
  fiscalYear: SieFiscalYearView;

  @Flag({ example: true, description: 'False where the books had the fiscal year before.' })
  fiscalYearCreated: boolean;

  @CurrencyCode({ example: 'SEK', description: 'All amounts are in it.' })
  currency: string;

  @Flag({ example: false, description: 'The books had no entries and took over the currency of the file.' })
  currencyAdopted: boolean;

  @Nested(() => SieImportCountsView)
  counts: SieImportCountsView;

  @Nested(() => SieOpeningView)
  opening: SieOpeningView;

  @List(() => SieAccountView, { max: MOST_PARTS, description: 'All accounts of the file, each with its rule.' })
  accounts: SieAccountView[];

  @List(() => SieSeriesView, { max: MOST_PARTS })
  series: SieSeriesView[];

  @List(() => SieSkippedVoucherView, { max: MOST_PARTS })
  skippedVouchers: SieSkippedVoucherView[];

  @Nested(() => SieBudgetView, {
    nullable: true,
    description: 'What #PBUDGET became: an active budget of the fiscal year. Null where the file has none that fits.',
  })
  budget: SieBudgetView | null;

  @List(() => SieNotKeptView, { max: 20, description: 'What was read and is not in the books afterwards.' })
  notKept: SieNotKeptView[];

  @List(() => SieClosingView, { max: MOST_PARTS, description: 'Every account with a figure in the year, by code.' })
  closings: SieClosingView[];

  @List(() => SieDimensionView, { max: MOST_PARTS, description: 'All dimensions of the file.' })
  dimensions: SieDimensionView[];

  @List(() => SieObjectClosingView, { max: MOST_PARTS, description: 'Every balance by object that closes the year.' })
  objectClosings: SieObjectClosingView[];

  @List(() => SieRemarkView, { max: 100, description: 'Worth knowing; none of it stands in the way.' })
  remarks: SieRemarkView[];

  @Count(0, MOST_LINES, { example: 0, description: 'Remarks beyond those listed.' })
  remarksLeftOff: number;
}
