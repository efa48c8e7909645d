import {
  Code,
  CountryCode,
  CurrencyCode,
  Choice,
  ExchangeRate,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { LineDimensionFields, rateType } from '../../journal/journal-lines.dto.js';
import { type TaxRounding, taxRoundings } from '../../tax/calculation/tax-document.js';
import {
  MOST_LINES,
  TaxCalculationLineFields,
  TaxDocumentAdjustmentFields,
} from '../../tax/documents/tax-calculations.dto.js';
import { deferralMethods } from '../deferrals/deferral-method.js';
import { subdivisionCode } from '../../tax/rules/tax-rules.dto.js';

export const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_ADJUSTMENTS = 20;
export const MOST_WITHHOLDINGS = 5;
/** UN/ECE Recommendation 20: one, a piece. */
export const ONE_UNIT = 'C62';

const revenueAccount = {
  optional: true,
  example: '3000',
  description: 'Where it is posted; the account for revenue of the legal entity where left out.',
} as const;

export class ServicePeriodFields {
  @OnDate({ example: '2026-01-01', description: 'First day (BT-134 of EN 16931).' })
  from: string;

  @OnDate({ example: '2026-12-31', description: 'Last day (BT-135), ten years after the first at most.' })
  through: string;
}

/** As documents are written: `none` is earned at once. */
export const wantedDeferrals = [...deferralMethods, 'none'] as const;
export type WantedDeferral = (typeof wantedDeferrals)[number];

const service = {
  optional: true,
  description:
    'When it is served, where that is not at once. Its net amount goes to the account for deferred revenue, and to revenue month by month.',
} as const;
const deferral = {
  name: 'WantedDeferral',
  optional: true,
  example: 'prorated',
  description:
    'How much of it each month of the service earns: by its days, an equal part, or equal parts with days in the first and last month alone; `by_day` where left out. `none` earns it at once.',
} as const;

export class SalesLineFields extends TaxCalculationLineFields {
  @Code(100, { optional: true, example: 'CHAIR-7', description: 'What the seller calls the item (SKU).' })
  itemCode?: string;

  @Text(500, { example: 'Office chair' })
  description: string;

  @Code(10, {
    pattern: '^[A-Z0-9]+$',
    words: 'capital letters and digits',
    optional: true,
    example: 'C62',
    description: 'Unit of the quantity by UN/ECE Recommendation 20; C62, a piece, where left out.',
  })
  unit?: string;

  @Code(20, revenueAccount)
  accountCode?: string;

  @List(() => LineDimensionFields, { optional: true, max: MOST_DIMENSIONS_OF_LINE })
  dimensions?: LineDimensionFields[];

  @Nested(() => ServicePeriodFields, service)
  service?: ServicePeriodFields;

  @Choice(wantedDeferrals, deferral)
  deferral?: WantedDeferral;
}

export class SalesAdjustmentFields extends TaxDocumentAdjustmentFields {
  @Code(20, revenueAccount)
  accountCode?: string;

  @List(() => LineDimensionFields, { optional: true, max: MOST_DIMENSIONS_OF_LINE })
  dimensions?: LineDimensionFields[];

  @Nested(() => ServicePeriodFields, service)
  service?: ServicePeriodFields;

  @Choice(wantedDeferrals, deferral)
  deferral?: WantedDeferral;
}

export class SalesWithholdingFields {
  @Code(20, { example: 'IRPF', description: 'An active withholding code with a rate on the day of the document.' })
  code: string;

  @Values(countRule(1, MOST_LINES + MOST_ADJUSTMENTS), {
    min: 1,
    max: MOST_LINES + MOST_ADJUSTMENTS,
    optional: true,
    example: [1],
    description:
      'Places of what it is reckoned of: the lines, and after them the allowances and charges; the whole document where left out.',
  })
  lines?: number[];
}

/** What a document of sale says; what the customer and the legal entity say otherwise is left out. */
export class SalesFields {
  @Ref({ example: exampleId, description: 'The customer.' })
  partyId: string;

  @OnDate({
    optional: true,
    example: '2026-03-05',
    description: 'Date of the document and its entry; today where left out.',
  })
  issuedOn?: string;

  @OnDate({
    optional: true,
    example: '2026-03-05',
    description: 'Tax point date, which decides rates and returns; the date of the document where left out.',
  })
  taxPointOn?: string;

  @OnDate({ optional: true, example: '2026-03-04', description: 'When it was delivered (BT-72 of EN 16931).' })
  deliveredOn?: string;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description: 'That of the customer, else the functional one, where left out.',
  })
  currency?: string;

  @ExchangeRate({
    sign: 'positive',
    optional: true,
    example: '11.25',
    description: 'Functional units for one unit of the currency, with its source; the recorded rate where left out.',
  })
  exchangeRate?: string;

  @Text(100, { optional: true, example: 'Agreed with the customer' })
  exchangeRateSource?: string;

  @Code(20, {
    ...rateType,
    optional: true,
    example: 'spot',
    description: 'Type of the recorded rate; spot where left out.',
  })
  exchangeRateType?: string;

  @Flag({ optional: true, example: false, description: 'Whether prices, allowances and charges include the taxes.' })
  pricesIncludeTax?: boolean;

  @Choice(taxRoundings, {
    name: 'TaxRounding',
    optional: true,
    example: 'group',
    description: 'Tax is rounded once for each group (where left out), or on each line where the law allows it.',
  })
  rounding?: TaxRounding;

  @Money({
    sign: 'positive',
    optional: true,
    example: '0.05',
    description: 'What the payable amount is a multiple of; the difference is a payment difference.',
  })
  cashRounding?: string;

  @CountryCode({
    optional: true,
    example: 'SE',
    description: 'Place of supply, for rules; that of the customer where left out.',
  })
  country?: string;

  @Code(3, { ...subdivisionCode, optional: true, example: 'NY', description: 'Its subdivision (ISO 3166-2).' })
  subdivision?: string;

  @Code(20, {
    optional: true,
    example: 'NET30',
    description: 'Active payment terms; those of the customer where left out, and due at once where it has none.',
  })
  paymentTermsCode?: string;

  @OnDate({ optional: true, example: '2026-04-04', description: 'When all of it falls due; not beside payment terms.' })
  dueOn?: string;

  @Text(200, { optional: true, example: 'Cost centre 4711', description: 'What the buyer wants to read (BT-10).' })
  buyerReference?: string;

  @Text(200, { optional: true, example: 'PO-2026-118', description: 'The order of the buyer (BT-13).' })
  orderReference?: string;

  @Text(2000, {
    multiline: true,
    optional: true,
    example: 'Thank you for your order.',
    description: 'Printed (BT-22).',
  })
  note?: string;

  @List(() => SalesLineFields, { min: 1, max: MOST_LINES })
  lines: SalesLineFields[];

  @List(() => SalesAdjustmentFields, {
    optional: true,
    max: MOST_ADJUSTMENTS,
    description: 'Allowances and charges of the whole document, such as freight.',
  })
  adjustments?: SalesAdjustmentFields[];

  @List(() => SalesWithholdingFields, {
    optional: true,
    max: MOST_WITHHOLDINGS,
    description:
      'Taxes that the customer is expected to keep back for the authority. They are reckoned at issue, by what the customer’s year has come to; the whole stays owed until it is paid. In the functional currency alone.',
  })
  withholdings?: SalesWithholdingFields[];

  @Text(500, {
    optional: true,
    example: 'Audit adjustment',
    description: 'Why it belongs into a softly closed period.',
  })
  softCloseReason?: string;

  @Text(500, {
    optional: true,
    example: 'Bank guarantee received',
    description: 'Why the credit limit of the customer may be passed; needs a permission.',
  })
  creditLimitReason?: string;
}

/** The caller's own key of a document. */
export class SalesExternalId {
  @Text(100, {
    optional: true,
    example: 'webshop',
    description: 'The system that knows the document; with `externalId`.',
  })
  externalSource?: string;

  @Text(200, {
    optional: true,
    example: 'order-10248',
    description: 'What it calls it; one document of a kind for each, in a legal entity.',
  })
  externalId?: string;
}
