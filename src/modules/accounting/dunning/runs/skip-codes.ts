/** Why somebody is not reminded of something; the first that holds. */
export const skipCodes = [
  'excluded',
  'item_blocked',
  'no_level',
  'last_level_reached',
  'not_overdue_enough',
  'reminded_recently',
  'party_blocked',
  'party_on_hold',
  'covered_by_credits',
  'below_minimum',
] as const;
export type SkipCode = (typeof skipCodes)[number];

export const skipWords =
  '`excluded`: left out of the run; `item_blocked`: blocked from dunning; `no_level`: the legal entity has no dunning levels; `last_level_reached`: reminded of at all of them; `not_overdue_enough`, `reminded_recently`: the next level is not due yet; `party_blocked`: the customer is never reminded; `party_on_hold`; `covered_by_credits`: the customer has as much in credit; `below_minimum`: less than the level is for';
