import { Decimal } from '#kernel/decimal.js';
import type { TaxComponent } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxCodeRow } from '../codes/tax-code.js';

export interface TaxPoint {
  direction: DocumentDirection;
  /** The day that decides the rate. */
  on: string;
  currency: string;
}

/** Why a code cannot be taken. */
export interface CodeFault {
  code: 'unknown_tax_code' | 'tax_code_inactive' | 'other_direction' | 'no_tax_rate' | 'other_currency';
  message: string;
}

export type ComponentsOnDate = { taxes: TaxComponent[]; fault?: undefined } | { taxes?: undefined; fault: CodeFault };

/** The taxes that a code stands for on a day: itself, or its parts in their order. */
export function componentsOnDate(
  code: string,
  known: ReadonlyMap<string, TaxCodeRow>,
  point: TaxPoint,
): ComponentsOnDate {
  const row = known.get(code);
  if (!row) return { fault: { code: 'unknown_tax_code', message: `The legal entity has no tax code ${code}.` } };
  const unusable = useFault(row, point);
  if (unusable) return { fault: unusable };
  if (!row.isGroup) return single(row, [], point);
  const taxes: TaxComponent[] = [];
  for (const { code: part, onTopOf } of row.components) {
    const found = known.get(part)!;
    const fault = useFault(found, point);
    const one = fault ? { fault } : single(found, onTopOf, point);
    if (!one.taxes) return { fault: { ...one.fault, message: `${one.fault.message} ${code} consists of it.` } };
    taxes.push(...one.taxes);
  }
  return { taxes };
}

function useFault({ code, status, appliesTo }: TaxCodeRow, { direction }: TaxPoint): CodeFault | undefined {
  if (status !== 'active') return { code: 'tax_code_inactive', message: `The tax code ${code} is inactive.` };
  if (appliesTo === 'both' || appliesTo === direction) return undefined;
  return { code: 'other_direction', message: `The tax code ${code} is not for a ${direction}.` };
}

function single(row: TaxCodeRow, onTopOf: readonly string[], { on, currency }: TaxPoint): ComponentsOnDate {
  const { code, rates, kind, category, computation, exemptionCode, exemptionText, isReverseCharge, isCashBasis } = row;
  const rate = rates.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));
  if (!rate) return { fault: { code: 'no_tax_rate', message: `The tax code ${code} has no rate on ${on}.` } };
  if (rate.currency !== null && rate.currency !== currency) {
    const message = `The tax code ${code} is an amount in ${rate.currency}, and the document is in ${currency}.`;
    return { fault: { code: 'other_currency', message } };
  }
  const nature = { code, kind: kind!, category: category!, computation: computation!, onTopOf };
  const more = { exemptionCode, exemptionText, isReverseCharge, isCashBasis };
  const recoverableShare = new Decimal(row.recoverableShare);
  return { taxes: [{ ...nature, ...more, rate: new Decimal(rate.rate), recoverableShare }] };
}
