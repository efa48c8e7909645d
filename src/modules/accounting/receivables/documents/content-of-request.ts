import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { Adjustment } from '../../tax/calculation/tax-document.js';
import type { TaxAdjustmentFields } from '../../tax/documents/tax-calculations.dto.js';
import type { CalculatedLineAmounts } from './compose-document.js';
import type { WantedDeposit } from './plan-deposits.js';
import type { SalesDocument, SalesLine } from './sales-document.js';
import {
  ONE_UNIT,
  type SalesAdjustmentFields,
  type SalesExternalId,
  type SalesFields,
  type SalesLineFields,
} from './sales-fields.dto.js';

/** A document as it was asked for. */
export type WantedDocument = SalesFields &
  SalesExternalId & { id?: string; reason?: string; deposits?: readonly WantedDeposit[] };

/** Lines before their amounts and accounts are known. */
export type LineContent = Omit<SalesLine, keyof CalculatedLineAmounts | 'accountId' | 'deferredAccountId'>;

const decimal = (text: string | undefined) => (text === undefined ? null : new Decimal(text));

export function itemOf(line: SalesLineFields, taxCodes: readonly string[]): LineContent {
  return {
    kind: 'item',
    itemCode: line.itemCode ?? null,
    itemTaxClass: line.itemTaxClass ?? null,
    description: line.description,
    quantity: new Decimal(line.quantity),
    unit: line.unit ?? ONE_UNIT,
    unitPrice: new Decimal(line.unitPrice),
    priceBaseQuantity: decimal(line.priceBaseQuantity),
    adjustments: (line.adjustments ?? []).map(adjustmentOf),
    taxCodes,
    dimensions: line.dimensions ?? [],
    ...serviceOf(line),
    creditsPosition: null,
  };
}

/** An allowance or charge of the whole document. */
export function lineOfAdjustment(one: SalesAdjustmentFields): LineContent {
  return {
    kind: one.kind,
    itemCode: null,
    itemTaxClass: null,
    description: one.reason ?? null,
    quantity: null,
    unit: null,
    unitPrice: null,
    priceBaseQuantity: null,
    adjustments: [adjustmentOf(one)],
    taxCodes: one.taxCodes ?? [],
    dimensions: one.dimensions ?? [],
    ...serviceOf(one),
    creditsPosition: null,
  };
}

function serviceOf({ service, deferral = 'by_day' }: Pick<SalesLineFields, 'service' | 'deferral'>) {
  if (!service) return { service: null, deferral: null };
  const { from, through } = service;
  return {
    service: { from: from as CalendarDate, through: through as CalendarDate },
    deferral: deferral === 'none' ? null : deferral,
  };
}

function adjustmentOf({ kind, amount, rate, reason }: TaxAdjustmentFields): Adjustment {
  return {
    kind,
    ...(amount !== undefined && { amount: new Decimal(amount) }),
    ...(rate !== undefined && { rate: new Decimal(rate) }),
    ...(reason !== undefined && { reason }),
  };
}

/** What a document says that is kept as it was asked for. */
export function contentOf(wanted: WantedDocument) {
  return {
    deliveredOn: wanted.deliveredOn ?? null,
    pricesIncludeTax: wanted.pricesIncludeTax ?? false,
    rounding: wanted.rounding ?? 'group',
    cashRounding: decimal(wanted.cashRounding),
    buyerReference: wanted.buyerReference ?? null,
    orderReference: wanted.orderReference ?? null,
    note: wanted.note ?? null,
    externalSource: wanted.externalSource ?? null,
    externalId: wanted.externalId ?? null,
    reason: wanted.reason ?? null,
    creditLimitReason: wanted.creditLimitReason ?? null,
  } satisfies Partial<SalesDocument>;
}
