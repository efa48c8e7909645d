import { Decimal, sum } from '#kernel/decimal.js';
import { combineItems } from './combine-items.js';
import type { ExpectedWithholding, ItemCandidate } from './item-candidate.js';
import { isEarly, isWithheld, type PaidItem, waysOf } from './paid-ways.js';

/** What speaks for a candidate. */
export const suggestionReasons = [
  'rule',
  'reference',
  'amount',
  'withholding',
  'early_discount',
  'party_iban',
  'party_name',
  'date',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/** A line of the books that may be the line of the statement. Its amount is the same. */
export interface LedgerCandidate {
  lineId: string;
  ledgerLineId: string;
  hasReference: boolean;
  /** Days between the two. */
  days: number;
}

/** A rule that fits the line. */
export interface RuleCandidate {
  lineId: string;
  ruleId: string;
  ruleVersion: number;
  partyId: string | null;
}

/** What the line would settle of an item, what that has open, and what was kept back of it, which settles it besides. */
export interface SuggestedSettlement {
  openItemId: string;
  amount: string;
  open: string;
  withheld: readonly ExpectedWithholding[];
  /** For paying early; left out where nothing was. */
  discount?: string;
}

export interface Suggestion {
  lineId: string;
  /** From 0 to 100. */
  score: number;
  reasons: SuggestionReason[];
  ledgerLineId: string | null;
  partyId: string | null;
  items: SuggestedSettlement[];
  ruleId: string | null;
  ruleVersion: number | null;
}

/** What was found for lines, beside their amounts. */
export interface FoundCandidates {
  ledger: readonly LedgerCandidate[];
  /** Items that lines name, or that are just of the amount. */
  items: readonly ItemCandidate[];
  /** What parties have open that lines are of; of lines that have no other items. */
  ofParties?: readonly ItemCandidate[];
  rules?: readonly RuleCandidate[];
}

const points: Readonly<Record<SuggestionReason, number>> = {
  // Somebody has said so.
  rule: 100,
  reference: 55,
  amount: 35,
  // Whoever keeps back what is expected or offered pays as certainly as who pays all.
  withholding: 0,
  early_discount: 0,
  party_iban: 30,
  party_name: 20,
  date: 10,
};
/** A line on the ledger account itself, of just this amount, is more likely than an item of it. */
const ON_LEDGER = 30;
const NEAR_DAYS = 5;
const MOST_OF_LINE = 5;
/** From here on a suggestion is as good as certain, if nothing else is near it. */
export const CERTAIN = 85;
const MARGIN = 20;
/** Of a line of the books of just the amount, at most five days away: a rule would post it a second time. */
const BOOKED = 75;

/**
 * What lines of statements may be, the most likely first. One payment may be of several items of a party: those whose
 * references it tells, or, where it tells none, the fewest that sum up to its amount. Pure, and the same for the same
 * candidates.
 *
 * @param amounts of the lines by their ids, above zero
 * @param isRejected what somebody has said that a line is not; it is as if it had not been found
 */
export function rankSuggestions(
  amounts: ReadonlyMap<string, string>,
  { ledger, items, ofParties = [], rules = [] }: FoundCandidates,
  isRejected: (suggestion: Suggestion) => boolean = () => false,
): Map<string, Suggestion[]> {
  const combined = grouped(ofParties).flatMap((group) => combinedOf(group, amounts.get(group[0]!.lineId)!));
  const ofItemGroups = grouped(items).flatMap((group) => ofItems(group, amounts));
  const byLine = new Map<string, Suggestion[]>();
  for (const one of [...rules.map(ofRule), ...ledger.map(ofLedger), ...ofItemGroups, ...combined]) {
    if (isRejected(one)) continue;
    const others = byLine.get(one.lineId);
    if (others) others.push(one);
    else byLine.set(one.lineId, [one]);
  }
  return new Map(
    [...byLine].map(([lineId, found]) => [lineId, found.toSorted(moreLikely).slice(0, MOST_OF_LINE)] as const),
  );
}

/**
 * Lines whose best suggestion is certain: far ahead of the next, and of nothing that another line is as likely to be. A rule
 * is, unless the books seem to have the line already.
 */
export function certainLines(ranked: ReadonlyMap<string, readonly Suggestion[]>): Set<string> {
  const best = [...ranked.values()].filter(([first, second]) => {
    const next = second?.score ?? 0;
    return first!.ruleId === null ? first!.score >= CERTAIN && first!.score - next >= MARGIN : next < BOOKED;
  });
  const claims = new Map<string, number>();
  for (const found of ranked.values()) {
    for (const target of new Set(found.filter(({ score }) => score >= CERTAIN).flatMap(targetsOf))) {
      claims.set(target, (claims.get(target) ?? 0) + 1);
    }
  }
  const alone = best.filter(([first]) => targetsOf(first!).every((target) => claims.get(target) === 1));
  return new Set(alone.map(([first]) => first!.lineId));
}

/** What two lines cannot both be. */
export const targetsOf = ({ ledgerLineId, items }: Suggestion): string[] =>
  ledgerLineId === null ? items.map(({ openItemId }) => openItemId) : [ledgerLineId];

const moreLikely = (one: Suggestion, other: Suggestion): number =>
  Number(other.ruleId !== null) - Number(one.ruleId !== null) ||
  other.score - one.score ||
  compared(targetsOf(one).join(), targetsOf(other).join());

const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const scored = (reasons: SuggestionReason[], more = 0): { score: number; reasons: SuggestionReason[] } => ({
  score: Math.min(
    100,
    reasons.reduce((total, reason) => total + points[reason], more),
  ),
  reasons,
});

const ofNoRule = { ruleId: null, ruleVersion: null };

function ofRule({ lineId, ruleId, ruleVersion, partyId }: RuleCandidate): Suggestion {
  return { lineId, ...scored(['rule']), ledgerLineId: null, partyId, items: [], ruleId, ruleVersion };
}

function ofLedger({ lineId, ledgerLineId, hasReference, days }: LedgerCandidate): Suggestion {
  const reasons: SuggestionReason[] = [];
  if (hasReference) reasons.push('reference');
  reasons.push('amount');
  if (days <= NEAR_DAYS) reasons.push('date');
  return { lineId, ...scored(reasons, ON_LEDGER), ledgerLineId, partyId: null, items: [], ...ofNoRule };
}

/** Of one line and one party. */
function grouped(items: readonly ItemCandidate[]): ItemCandidate[][] {
  const groups = new Map<string, ItemCandidate[]>();
  for (const item of items) {
    const key = `${item.lineId} ${item.partyId}`;
    const others = groups.get(key);
    if (others) others.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function ofItems(group: readonly ItemCandidate[], amounts: ReadonlyMap<string, string>): Suggestion[] {
  const amount = new Decimal(amounts.get(group[0]!.lineId)!);
  const named = group.filter(({ hasReference }) => hasReference);
  const isWhole = (those: readonly PaidItem[]) => sum(those.map(({ open }) => new Decimal(open))).equals(amount);
  const together = named.length > 1 ? waysOf(named).filter(isWhole) : [];
  const alone = group.flatMap((item) => {
    const ways = waysOf([item]);
    const whole = ways.filter(isWhole);
    return whole.length > 0 ? whole : ways.slice(0, 1);
  });
  return [...together, ...alone].map((way) => ofGroup(way, amount));
}

/** Of one line and one party: all that is open of the items, or all of it less what may be kept back. */
function combinedOf(group: readonly ItemCandidate[], amount: string): Suggestion[] {
  return waysOf(group).flatMap((way) => {
    const together = combineItems(amount, way);
    // Without that, it is what is found where less is kept back.
    const isNew = way.some(isWithheld) === together.some(isWithheld) && way.some(isEarly) === together.some(isEarly);
    return together.length > 0 && isNew ? [ofGroup(together, new Decimal(amount))] : [];
  });
}

function ofGroup(group: readonly PaidItem[], amount: Decimal): Suggestion {
  const { lineId, partyId } = group[0]!;
  const paid = sum(group.map(({ open }) => new Decimal(open)));
  const reasons: SuggestionReason[] = [];
  if (group.every(({ hasReference }) => hasReference)) reasons.push('reference');
  if (paid.equals(amount)) reasons.push('amount');
  if (group.some(isWithheld)) reasons.push('withholding');
  if (group.some(isEarly)) reasons.push('early_discount');
  if (group.some(({ hasIban }) => hasIban)) reasons.push('party_iban');
  else if (group.some(({ hasName }) => hasName)) reasons.push('party_name');
  const items = group.map((item) => ({
    openItemId: item.openItemId,
    amount: Decimal.min(new Decimal(item.open), amount).toString(),
    open: item.whole,
    withheld: item.withheld,
    ...(item.discount !== undefined && { discount: item.discount }),
  }));
  return { lineId, ...scored(reasons), ledgerLineId: null, partyId, items, ...ofNoRule };
}
