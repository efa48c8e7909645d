import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { TaxComponent } from '../../tax/calculation/tax-component.js';
import type { SalesDocument, SalesLine, SalesTax } from './sales-document.js';

const vat25: TaxComponent = {
  code: 'VAT25',
  kind: 'vat',
  category: 'S',
  computation: 'percentage',
  rate: new Decimal('0.25'),
  onTopOf: [],
  exemptionCode: null,
  exemptionText: null,
  isReverseCharge: false,
  isCashBasis: false,
  recoverableShare: new Decimal(1),
};

type Amounts = Partial<Record<'amount' | 'net' | 'tax', string>>;

export function salesLine(
  { amount = '100', net = amount, tax: own = '25' }: Amounts,
  more: Partial<SalesLine> = {},
): SalesLine {
  return {
    kind: 'item',
    itemCode: null,
    itemTaxClass: null,
    description: 'Chair',
    quantity: new Decimal(1),
    unit: 'C62',
    unitPrice: new Decimal(amount),
    priceBaseQuantity: null,
    adjustments: [],
    taxCodes: ['VAT25'],
    taxPositions: [1],
    amount: new Decimal(amount),
    net: new Decimal(net),
    tax: new Decimal(own),
    accountId: 'revenue',
    dimensions: [],
    service: null,
    deferral: null,
    deferredAccountId: null,
    creditsPosition: null,
    ...more,
  };
}

export const salesTax = (base: string, amount: string, more: Partial<SalesTax> = {}): SalesTax => ({
  component: vat25,
  taxCodeId: 'vat25',
  base: new Decimal(base),
  tax: new Decimal(amount),
  ...more,
});

/** 100.00 and 25.00 of tax, unless told otherwise. */
export function salesDocument(more: Partial<SalesDocument> = {}): SalesDocument {
  const day = '2026-03-05' as CalendarDate;
  const amounts = { lineNet: '100', net: '100', tax: '25', gross: '125', rounding: '0', payable: '125' };
  return {
    id: 'document',
    legalEntityId: 'entity',
    kind: 'invoice',
    partyId: 'customer',
    seller: { name: 'Seller' },
    buyer: { name: 'Buyer' },
    issuedOn: day,
    taxPointOn: day,
    deliveredOn: null,
    currency: 'EUR',
    pricesIncludeTax: false,
    rounding: 'group',
    cashRounding: null,
    buyerReference: null,
    orderReference: null,
    note: null,
    externalSource: null,
    externalId: null,
    creditsId: null,
    reason: null,
    creditLimitReason: null,
    instalments: [{ dueOn: day, amount: new Decimal('125'), discounts: [] }],
    lines: [salesLine({})],
    taxes: [salesTax('100', '25')],
    withholdings: [],
    totals: Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, new Decimal(value)])) as never,
    ...more,
  };
}
