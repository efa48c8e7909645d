import { type Decimal, zero } from '#kernel/decimal.js';
import { roundAmount } from '../calculation/round-amount.js';
import { takenTaxes } from '../calculation/taken-tax.js';
import {
  amountNames,
  type DeferredDocument,
  keyOfTax,
  type MovementKind,
  negatedTax,
  type TaxAmounts,
  type TaxMovement,
} from './deferred-tax.js';

/** An allocation, with the entries of the two items that it joins. */
export interface SettledPair {
  allocationId: string;
  amount: Decimal;
  debitEntryId: string;
  creditEntryId: string;
}

/** Decimals of the currency of the items, and of the functional one. */
export interface Units {
  own: number;
  functional: number;
}

/**
 * What allocations make of tax that waits, each from what those before it leave. A payment makes the part of it due that
 * it is of what was open of the document; a document that waits as well (a credit note, a discount) takes its own tax off
 * it. What settles a document wholly makes all due that still waits of it. Pure.
 *
 * @param documents those with waiting tax, by entry, as they are before the allocations
 */
export function planMovements(
  pairs: readonly SettledPair[],
  documents: ReadonlyMap<string, DeferredDocument>,
  units: Units,
): TaxMovement[] {
  const states = new Map([...documents].map(([id, document]) => [id, { ...document }]));
  const movements: TaxMovement[] = [];
  for (const { allocationId, amount, debitEntryId, creditEntryId } of pairs) {
    const move = (document: DeferredDocument, kind: MovementKind, taxes: readonly TaxAmounts[]) => {
      document.taxes = withoutTaxes(document.taxes, taxes);
      for (const tax of taxes) movements.push({ ...tax, allocationId, documentEntryId: document.entryId, kind });
    };
    const [charge, credit] = [states.get(debitEntryId), states.get(creditEntryId)];
    if (charge && credit) {
      const taken = partOf(credit, amount, units);
      move(credit, 'offset', taken);
      move(charge, 'offset', taken.map(negatedTax));
    } else if (charge ?? credit) {
      const document = (charge ?? credit)!;
      move(document, 'due', partOf(document, amount, units));
    }
    for (const document of [charge, credit]) {
      if (!document) continue;
      document.open = document.open.minus(amount);
      const rest = document.open.isZero() ? document.taxes.filter(({ functionalTax }) => !functionalTax.isZero()) : [];
      move(document, 'due', rest);
    }
  }
  return movements;
}

/** The part of each waiting tax that an amount is of what is open. What is too little to be posted waits on. */
function partOf({ open, taxes }: DeferredDocument, amount: Decimal, units: Units): TaxAmounts[] {
  if (amount.equals(open)) return taxes.map(settled);
  const parts = takenTaxes(
    amount,
    open,
    taxes.map((tax) => ({ ...tax, key: keyOfTax(tax) })),
    units.own,
  );
  return taxes.map((whole, index): TaxAmounts => {
    const { base, tax } = parts[index]!;
    const inFunctional = (functional: Decimal, value: Decimal, share: Decimal) =>
      value.isZero() ? zero : roundAmount(functional.times(share).dividedBy(value), units.functional);
    const functionalTax = inFunctional(whole.functionalTax, whole.tax, tax);
    if (functionalTax.isZero()) return { ...whole, ...nothing };
    if (functionalTax.equals(whole.functionalTax)) return whole;
    return { ...whole, base, tax, functionalTax, functionalBase: inFunctional(whole.functionalBase, whole.base, base) };
  });
}

const nothing = { base: zero, tax: zero, functionalBase: zero, functionalTax: zero };

/** The last part is all that is left, where it can be posted at all. */
const settled = (tax: TaxAmounts): TaxAmounts => (tax.functionalTax.isZero() ? { ...tax, ...nothing } : tax);

function withoutTaxes(taxes: readonly TaxAmounts[], taken: readonly TaxAmounts[]): TaxAmounts[] {
  const left = new Map(taxes.map((tax) => [keyOfTax(tax), tax]));
  for (const one of taken) {
    const known = left.get(keyOfTax(one)) ?? { ...one, ...nothing };
    const amounts = amountNames.map((name) => [name, known[name].minus(one[name])]);
    left.set(keyOfTax(one), { ...known, ...(Object.fromEntries(amounts) as Record<string, Decimal>) });
  }
  return [...left.values()];
}
