import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import type { ApplyDeposit } from './deposit-applications.dto.js';
import { itemFaults, openFault, scaleFault, type SettlementScope } from './item-faults.js';

export interface PlannedApplication {
  deposit: OpenItemView;
  /** What is taken of the deposit. */
  amount: Decimal;
  payments: { item: OpenItemView; amount: Decimal }[];
  errors?: undefined;
}

export type ApplicationPlan = PlannedApplication | { errors: ProblemError[] };

type Wish = Pick<ApplyDeposit, 'depositItemId' | 'appliedOn' | 'allocations'>;

/** Decides what a deposit pays. Pure: the items are as they are held. */
export function planApplication(
  { depositItemId, appliedOn, allocations }: Wish,
  scope: SettlementScope,
  items: ReadonlyMap<string, OpenItemView>,
): ApplicationPlan {
  const deposit = items.get(depositItemId.toLowerCase());
  const namedDeposit = { id: depositItemId, item: deposit, pointer: '' };
  const errors = itemFaults([namedDeposit], 'credit', scope, { member: 'depositItemId' });
  if (!deposit || errors.length > 0) return { errors };
  const named = allocations.map(({ openItemId: id }, index) => {
    return { id, item: items.get(id.toLowerCase()), pointer: `/allocations/${index}` };
  });
  errors.push(...itemFaults(named, 'charge', { ...scope, currency: deposit.currency }));
  if (errors.length > 0) return { errors };
  const currency = requireCurrency(deposit.currency);
  errors.push(...dayFaults(appliedOn, deposit, '/depositItemId'));
  const payments = named.map(({ item, pointer }, index) => {
    const amount = new Decimal(allocations[index]!.amount);
    const at = `${pointer}/amount`;
    const fault = scaleFault(at, allocations[index]!.amount, currency) ?? openFault(at, amount, item!);
    if (fault) errors.push(fault);
    errors.push(...dayFaults(appliedOn, item!, `${pointer}/openItemId`));
    if (item!.accountCode === deposit.accountCode) {
      const message = `Both stand on account ${deposit.accountCode}: nothing has to be posted; allocate one to the other.`;
      errors.push({ pointer: `${pointer}/openItemId`, code: 'same_account', message });
    }
    return { item: item!, amount };
  });
  const amount = sum(payments.map((one) => one.amount));
  const over = openFault('/allocations', amount, deposit, 'deposit');
  if (over) errors.push(over);
  return errors.length > 0 ? { errors } : { deposit, amount, payments };
}

function dayFaults(appliedOn: string, { entryDate }: OpenItemView, pointer: string): ProblemError[] {
  if (entryDate <= appliedOn) return [];
  const message = `The item is dated ${entryDate}; the deposit is applied then or later.`;
  return [{ pointer, code: 'applied_too_early', message }];
}
