import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { discountsOf } from './discounts-of-document.js';

const on = (day: string) => day as CalendarDate;
const step = (until: string, percentage: string) => ({ until: on(until), percentage, amount: zero });
const instalments = [
  { dueOn: on('2026-03-15'), amount: new Decimal(50), discounts: [step('2026-03-10', '3'), step('2026-03-15', '2')] },
  { dueOn: on('2026-03-20'), amount: new Decimal(50), discounts: [step('2026-03-20', '3'), step('2026-03-20', '2')] },
];
const invoice = { kind: 'invoice' as const, legalEntityId: 'entity', instalments };

it('offers what each instalment may be paid less, the larger part where two end on one day', () => {
  const line = { legalEntityId: 'entity', entryId: 'entry' };
  expect(discountsOf(invoice, 'entry')).toEqual([
    {
      ...line,
      lineNumber: 1,
      steps: [
        { untilOn: '2026-03-10', percentage: '3', amount: null },
        { untilOn: '2026-03-15', percentage: '2', amount: null },
      ],
    },
    { ...line, lineNumber: 2, steps: [{ untilOn: '2026-03-20', percentage: '3', amount: null }] },
  ]);
});

it('offers nothing for what is given back', () => {
  expect(discountsOf({ ...invoice, kind: 'credit_note' }, 'entry')).toEqual([]);
});
