import { Decimal } from '#kernel/decimal.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { DocumentWording } from './document-language.js';
import { filled } from './document-texts.js';

/** When what is to be paid, and what may be deducted by whoever pays earlier; a line for each. */
export function paymentTermsText(
  document: SalesDocumentView,
  { texts, day, money, percent }: DocumentWording,
): string[] {
  const { kind, instalments, currency } = document;
  if (kind === 'credit_note') return [texts.refund];
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
