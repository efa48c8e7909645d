import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { itemFaults, openFault, scaleFault, type SettlementScope } from '../../receipts/item-faults.js';
import type { SalesDocument } from './sales-document.js';

/** A deposit that an invoice takes in as it is issued. */
export interface WantedDeposit {
  /** Its open item. */
  depositItemId: string;
  /** Decimal text, above zero, in the currency of the invoice. */
  amount: string;
}

/** What a deposit pays of the instalments of an invoice, by their places. */
export interface PlannedDeposit {
  deposit: OpenItemView;
  parts: { instalment: number; amount: Decimal }[];
}

export interface PlannedDeposits {
  deposits: PlannedDeposit[];
  /** What all of them pay. */
  amount: Decimal;
  errors?: undefined;
}

type Charged = Pick<SalesDocument, 'issuedOn' | 'currency' | 'instalments' | 'totals'>;

/**
 * Decides what deposits pay of an invoice that is about to be issued: what falls due first, first. Pure: the deposits are as
 * they are held.
 *
 * @param receivables code of the account that the invoice charges
 */
export function planDeposits(
  wanted: readonly WantedDeposit[],
  charged: Charged,
  { receivables, ...scope }: SettlementScope & { receivables: string },
  items: ReadonlyMap<string, OpenItemView>,
): PlannedDeposits | { errors: ProblemError[] } {
  const named = wanted.map(({ depositItemId: id }, index) => {
    return { id, item: items.get(id.toLowerCase()), pointer: `/deposits/${index}` };
  });
  const { currency } = charged;
  const naming = { member: 'depositItemId', document: 'invoice' } as const;
  const faults = itemFaults(named, 'credit', { ...scope, currency }, naming);
  if (faults.length > 0) return { errors: faults };
  const taken = named.map(({ item }, index) => ({ deposit: item!, amount: new Decimal(wanted[index]!.amount) }));
  const amount = sum(taken.map((one) => one.amount)).plus(zero);
  const errors = [
    ...wanted.flatMap((one, index) => depositFaults(one, named[index]!, charged, receivables)),
    ...beyondFaults(amount, charged),
  ];
  return errors.length > 0 ? { errors } : { deposits: spread(taken, charged.instalments), amount };
}

function depositFaults(
  { amount }: WantedDeposit,
  { item, pointer }: { item: OpenItemView | undefined; pointer: string },
  { issuedOn, currency }: Charged,
  receivables: string,
): ProblemError[] {
  const deposit = item!;
  const named = `${pointer}/depositItemId`;
  const much = `${pointer}/amount`;
  const fault =
    scaleFault(much, amount, requireCurrency(currency)) ?? openFault(much, new Decimal(amount), deposit, 'deposit');
  return [
    ...(fault ? [fault] : []),
    ...(deposit.entryDate <= issuedOn
      ? []
      : [
          {
            pointer: named,
            code: 'deposit_too_late',
            message: `The deposit is dated ${deposit.entryDate}, the invoice ${issuedOn}: apply it when both are there.`,
          },
        ]),
    ...(deposit.accountCode !== receivables
      ? []
      : [
          {
            pointer: named,
            code: 'same_account',
            message: `The credit stands on account ${receivables} like the invoice: nothing has to be posted; allocate one to the other once it is issued.`,
          },
        ]),
  ];
}

function beyondFaults(amount: Decimal, { totals: { payable }, currency }: Charged): ProblemError[] {
  if (!amount.greaterThan(payable)) return [];
  const { minorUnits } = requireCurrency(currency);
  const [much, charged] = [amount.toFixed(minorUnits), payable.toFixed(minorUnits)];
  const message = `The deposits come to ${much} ${currency}, and the invoice to ${charged}: take less of them.`;
  return [{ pointer: '/deposits', code: 'deposits_beyond_invoice', message }];
}

function spread(
  taken: readonly { deposit: OpenItemView; amount: Decimal }[],
  instalments: Charged['instalments'],
): PlannedDeposit[] {
  const left = instalments.map((one) => one.amount);
  return taken.map(({ deposit, amount }) => {
    let rest = amount;
    const parts = left.map((open, instalment) => {
      const part = Decimal.min(rest, open);
      rest = rest.minus(part);
      left[instalment] = open.minus(part);
      return { instalment, amount: part };
    });
    return { deposit, parts: parts.filter((part) => part.amount.greaterThan(0)) };
  });
}
