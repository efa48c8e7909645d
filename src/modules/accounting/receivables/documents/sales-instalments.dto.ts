import { List, Money, OnDate, Percentage } from '#platform/http/fields/fields.js';

export class SalesDiscountView {
  @OnDate({ example: '2026-03-15' })
  until: string;

  @Percentage({ example: '2' })
  percentage: string;

  @Money({ example: '25.00' })
  amount: string;
}

export class SalesInstalmentView {
  @OnDate({ example: '2026-04-04' })
  dueOn: string;

  @Money({ example: '1250.00' })
  amount: string;

  @List(() => SalesDiscountView, { max: 10, description: 'What may be deducted by paying earlier, the largest first.' })
  discounts: SalesDiscountView[];
}
