import { Decimal, sum } from '#kernel/decimal.js';
import { agesOf, STANDARD_DAYS } from '../aging-content.js';
import type { AgeView } from '../aging.dto.js';
import type { PartyOpenItemView } from '../party-ledger.dto.js';
import type { ItemControl } from '../../open-items/open-items.dto.js';

/** What is open of one age, in the currency of the items and with their sign. */
export interface AgeSum {
  age: AgeView | 'notDue' | 'withoutDueDate' | 'credits';
  amount: Decimal;
}

/** What is open by age, by the rule of the aging; ages without anything are left out. */
export function statementAges(items: readonly PartyOpenItemView[], control: ItemControl): AgeSum[] {
  const places: readonly AgeSum['age'][] = ['notDue', ...agesOf(STANDARD_DAYS), 'withoutDueDate', 'credits'];
  const ageOf = ({ amount, dueOn, daysOverdue }: PartyOpenItemView): AgeSum['age'] => {
    if (new Decimal(amount).isNegative() === (control === 'receivable')) return 'credits';
    if (dueOn === null) return 'withoutDueDate';
    return places.find((place) => isIn(place, daysOverdue)) ?? 'notDue';
  };
  const aged = items.map((item) => ({ age: ageOf(item), amount: new Decimal(item.openAmount) }));
  return places
    .map((place) => ({ place, own: aged.filter(({ age }) => age === place) }))
    .filter(({ own }) => own.length > 0)
    .map(({ place, own }) => ({ age: place, amount: sum(own.map(({ amount }) => amount)) }));
}

const isIn = (place: AgeSum['age'], days: number): boolean =>
  typeof place === 'object' && days >= place.fromDays && (place.toDays === null || days <= place.toDays);
