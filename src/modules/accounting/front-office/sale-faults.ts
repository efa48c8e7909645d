import type { ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';
import type { SalesChannel } from './sales-channel.js';

export function saleRefusal(faults: readonly ProblemError[]) {
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  return accountingProblems.sale_refused(detail, faults.slice(0, 100));
}

/** Where the money of a payment method is; what is wrong with it is added to `faults`. */
function accountOfMethod(
  { code, paymentMethods }: SalesChannel,
  method: string,
  pointer: string,
  faults: ProblemError[],
): string {
  const found = paymentMethods.find((one) => one.method === method);
  if (found) return found.accountId;
  const message = `The sales channel ${code} has no payment method ${method}: say where its money is by PATCH /v1/accounting/sales-channels/{id}.`;
  faults.push({ pointer, code: 'unknown_payment_method', message });
  return '';
}

/** Where the money of each payment is, by the methods of the channel. @throws Problem sale_refused */
export function accountsOfPayments(channel: SalesChannel, payments: readonly { method: string }[]): string[] {
  const faults: ProblemError[] = [];
  const accounts = payments.map(({ method }, index) =>
    accountOfMethod(channel, method, `/payments/${index}/method`, faults),
  );
  if (faults.length > 0) throw saleRefusal(faults);
  return accounts;
}
