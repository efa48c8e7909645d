import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { SalesInstalmentView } from '../documents/sales-instalments.dto.js';
import type { DocumentWording } from './document-language.js';
import { filled } from './document-texts.js';

/** When what is to be paid, and what may be deducted by whoever pays earlier; a line for each. */
export function paymentTermsText(
  document: SalesDocumentView,
  { texts, day, money, percent }: DocumentWording,
): string[] {
  const { kind, currency } = document;
  if (kind === 'credit_note') return [texts.refund];
  const instalments = leftToPay(document);
  if (instalments.length === 0) return [texts.paid];
  const isOne = instalments.length === 1;
  return instalments.flatMap(({ dueOn, amount, discounts }) => [
    filled(isOne ? texts.dueOn : texts.instalment, { day: day(dueOn), amount: money(amount, currency) }),
    ...discounts.map((one) =>
      filled(texts.discount, {
        day: day(one.until),
        percent: percent(new Decimal(one.percentage).div(100).toFixed()),
        amount: money(one.amount, currency),
      }),
    ),
  ]);
}

/** What was paid before the document went out is taken off what falls due first, and of discounts the same part. */
function leftToPay({
  instalments,
  currency,
  paidAtIssue,
}: Pick<SalesDocumentView, 'instalments' | 'currency' | 'paidAtIssue'>): SalesInstalmentView[] {
  const { minorUnits } = requireCurrency(currency);
  let prepaid = new Decimal(paidAtIssue);
  return instalments.flatMap((one) => {
    const taken = Decimal.min(prepaid, one.amount);
    prepaid = prepaid.minus(taken);
    if (taken.isZero()) return [one];
    const left = new Decimal(one.amount).minus(taken);
    if (left.isZero()) return [];
    const share = (amount: string) => left.times(amount).dividedBy(one.amount).toFixed(minorUnits);
    const discounts = one.discounts.map((discount) => ({ ...discount, amount: share(discount.amount) }));
    return [{ ...one, amount: left.toFixed(minorUnits), discounts }];
  });
}
