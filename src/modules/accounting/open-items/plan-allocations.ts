import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from './open-items.dto.js';
import { type OpenAmounts, settle, type Settlement } from './settle.js';

/** What somebody wants to be settled. */
export interface WantedPair {
  debitItemId: string;
  creditItemId: string;
  /** As much as both have open where left out. */
  amount?: string;
}

export interface PlannedAllocation extends Settlement {
  id: string;
  debit: OpenItemView;
  credit: OpenItemView;
  amount: Decimal;
}

export type AllocationPlan =
  { allocations: PlannedAllocation[]; errors?: undefined } | { allocations?: undefined; errors: ProblemError[] };

/**
 * Decides what pairs of items come to, each from what those before it leave open. Pure: the items are as they are held.
 *
 * @param functionalCurrency that of the books, as a code
 */
export function planAllocations(
  pairs: readonly WantedPair[],
  items: readonly OpenItemView[],
  functionalCurrency: string,
): AllocationPlan {
  const functional = requireCurrency(functionalCurrency);
  const open = new Map(items.map((item) => [item.id, openOf(item)]));
  const byId = new Map(items.map((item) => [item.id, item]));
  const errors: ProblemError[] = [];
  const allocations = pairs.flatMap((pair, index): PlannedAllocation[] => {
    const at = `/pairs/${index}`;
    const [debit, credit] = [byId.get(pair.debitItemId.toLowerCase()), byId.get(pair.creditItemId.toLowerCase())];
    if (!debit) errors.push(unknown(at, 'debitItemId', pair.debitItemId));
    if (!credit) errors.push(unknown(at, 'creditItemId', pair.creditItemId));
    if (!debit || !credit) return [];
    const faults = pairFaults(at, debit, credit, items[0]!.legalEntityId);
    errors.push(...faults);
    if (faults.length > 0) return [];
    const [left, right] = [open.get(debit.id)!, open.get(credit.id)!];
    const amount = pair.amount === undefined ? Decimal.min(left.open, right.open) : new Decimal(pair.amount);
    const fault = amountFault(at, amount, debit, left, right);
    if (fault) {
      errors.push(fault);
      return [];
    }
    const settlement = settle(amount, left, right, functional);
    open.set(debit.id, less(left, amount, settlement.functionalDebit));
    open.set(credit.id, less(right, amount, settlement.functionalCredit));
    return [{ id: newId(), debit, credit, amount, ...settlement }];
  });
  return errors.length > 0 ? { errors } : { allocations };
}

const openOf = ({ openAmount, functionalOpenAmount }: OpenItemView): OpenAmounts => ({
  open: new Decimal(openAmount).abs(),
  functionalOpen: new Decimal(functionalOpenAmount).abs(),
});

const less = ({ open, functionalOpen }: OpenAmounts, amount: Decimal, functional: Decimal): OpenAmounts => ({
  open: open.minus(amount),
  functionalOpen: functionalOpen.minus(functional),
});

const unknown = (at: string, field: string, id: string): ProblemError => ({
  pointer: `${at}/${field}`,
  code: 'unknown_item',
  message: `There is no open item ${id}.`,
});

function pairFaults(at: string, debit: OpenItemView, credit: OpenItemView, legalEntityId: string): ProblemError[] {
  const fault = (field: string, code: string, message: string) => [{ pointer: `${at}/${field}`, code, message }];
  if (debit.amount.startsWith('-')) {
    return fault('debitItemId', 'wrong_side', 'The item is a credit; name it as creditItemId.');
  }
  if (!credit.amount.startsWith('-')) {
    return fault('creditItemId', 'wrong_side', 'The item is a debit; name it as debitItemId.');
  }
  if (debit.legalEntityId !== legalEntityId || credit.legalEntityId !== legalEntityId) {
    return fault('debitItemId', 'other_legal_entity', 'One command settles items of one legal entity.');
  }
  if (debit.partyId !== credit.partyId) {
    const message = `One item is of ${debit.partyName}, the other of ${credit.partyName}.`;
    return fault('creditItemId', 'other_party', message);
  }
  if (debit.accountCode !== credit.accountCode) {
    const message = `One item stands on account ${debit.accountCode}, the other on ${credit.accountCode}.`;
    return fault('creditItemId', 'other_account', message);
  }
  if (debit.currency !== credit.currency) {
    return fault(
      'creditItemId',
      'other_currency',
      `One item is in ${debit.currency}, the other in ${credit.currency}.`,
    );
  }
  return [];
}

function amountFault(
  at: string,
  amount: Decimal,
  { currency }: OpenItemView,
  debit: OpenAmounts,
  credit: OpenAmounts,
): ProblemError | undefined {
  const pointer = `${at}/amount`;
  const { minorUnits } = requireCurrency(currency);
  if (scaleOf(amount) > minorUnits) {
    return { pointer, code: 'amount_scale', message: `${currency} has ${minorUnits} decimals; the amount has more.` };
  }
  const most = Decimal.min(debit.open, credit.open);
  if (amount.greaterThan(most) || most.isZero()) {
    const which = debit.open.lessThanOrEqualTo(credit.open) ? 'charged' : 'settling';
    const message = `The ${which} item has ${most.toFixed(minorUnits)} ${currency} open.`;
    return { pointer, code: 'over_allocated', message };
  }
  return undefined;
}
