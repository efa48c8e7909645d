import type { PartyOpenItemView } from '../party-ledger.dto.js';
import { statementAges } from './statement-ages.js';

const item = (openAmount: string, daysOverdue: number, dueOn: string | null = '2026-03-01') =>
  ({ amount: openAmount, openAmount, daysOverdue, dueOn }) as PartyOpenItemView;

const shown = (items: PartyOpenItemView[], control: 'receivable' | 'payable' = 'receivable') =>
  statementAges(items, control).map(({ age, amount }) => [
    typeof age === 'string' ? age : `${age.fromDays}-${age.toDays}`,
    amount.toFixed(2),
  ]);

it('sums what is open by age, from both ends of each', () => {
  const days = [0, 1, 30, 31, 60, 61, 90, 91, 4000];
  expect(shown(days.map((overdue, at) => item(`${2 ** at}.00`, overdue)))).toEqual([
    ['notDue', '1.00'],
    ['1-30', '6.00'],
    ['31-60', '24.00'],
    ['61-90', '96.00'],
    ['91-null', '384.00'],
  ]);
});

it('keeps apart what has no due date and what settles nothing yet, on either side', () => {
  const items = [item('5.00', 0, null), item('-2.00', 0), item('-1.00', 0, null)];
  expect(shown(items)).toEqual([
    ['withoutDueDate', '5.00'],
    ['credits', '-3.00'],
  ]);
  expect(shown(items, 'payable')).toEqual([
    ['notDue', '-2.00'],
    ['withoutDueDate', '-1.00'],
    ['credits', '5.00'],
  ]);
  expect(shown([])).toEqual([]);
});
