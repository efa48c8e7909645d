import type { RecurringInvoiceContent } from './recurring-invoices.dto.js';

const names = [
  'partyId',
  'currency',
  'exchangeRateType',
  'pricesIncludeTax',
  'rounding',
  'cashRounding',
  'country',
  'subdivision',
  'paymentTermsCode',
  'buyerReference',
  'orderReference',
  'note',
  'lines',
  'adjustments',
  'withholdings',
] as const satisfies readonly (keyof RecurringInvoiceContent)[];

/** What of a request is the content of the invoices; what is left out is left out. Pure. */
export function contentFields<T extends Partial<RecurringInvoiceContent>>(
  body: T,
): Pick<T, keyof T & keyof RecurringInvoiceContent> {
  const given = names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]] as const);
  return Object.fromEntries(given) as Pick<T, keyof T & keyof RecurringInvoiceContent>;
}
