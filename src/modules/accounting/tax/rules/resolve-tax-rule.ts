import type { DocumentDirection } from '../calculation/tax-document.js';

/** What a rule says; a condition that is null holds for everything. */
export interface TaxRuleContent {
  direction: DocumentDirection;
  priority: number;
  partyTaxClass: string | null;
  itemTaxClass: string | null;
  country: string | null;
  subdivision: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** A line of a document, as rules look at it. */
export interface TaxSituation {
  direction: DocumentDirection;
  taxPointOn: string;
  partyTaxClass: string | null;
  itemTaxClass: string | null;
  country: string | null;
  subdivision: string | null;
}

const conditions = ['partyTaxClass', 'itemTaxClass', 'country', 'subdivision'] as const;
export type RuleCondition = (typeof conditions)[number];

/** The first condition that does not hold; undefined where all do. */
function failedCondition(rule: TaxRuleContent, situation: TaxSituation): RuleCondition | 'dates' | undefined {
  const { taxPointOn: on } = situation;
  if ((rule.validFrom !== null && on < rule.validFrom) || (rule.validTo !== null && rule.validTo < on)) return 'dates';
  return conditions.find((name) => rule[name] !== null && rule[name] !== situation[name]);
}

/** The rule that counts: of those that hold, the one with the lowest priority. */
export function resolveTaxRule<Rule extends TaxRuleContent>(
  rules: readonly Rule[],
  situation: TaxSituation,
): Rule | undefined {
  let found: Rule | undefined;
  for (const rule of rules) {
    if (rule.direction !== situation.direction || failedCondition(rule, situation)) continue;
    if (!found || rule.priority < found.priority) found = rule;
  }
  return found;
}

const words: Record<RuleCondition, string> = {
  partyTaxClass: 'party tax class',
  itemTaxClass: 'item tax class',
  country: 'country',
  subdivision: 'subdivision',
};

/** Why the rule holds, in words for people. */
export function reasonOf(rule: TaxRuleContent): string {
  const held = conditions.filter((name) => rule[name] !== null).map((name) => `${words[name]} ${rule[name]}`);
  const what = held.length === 0 ? 'holds for everything' : held.join(', ');
  return `Priority ${rule.priority}: ${what}.`;
}
