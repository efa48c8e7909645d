import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { largestRemainder } from '#kernel/largest-remainder.js';
import type { BankLineEntryLine } from '../entries/bank-line-entry.dto.js';

export const bankRuleSides = ['incoming', 'outgoing'] as const;
export const bankRuleOperators = ['equals', 'starts_with', 'contains'] as const;
export const bankRuleActions = ['post', 'settle', 'exclude'] as const;
export type BankRuleOperator = (typeof bankRuleOperators)[number];
export type BankRuleAction = (typeof bankRuleActions)[number];

/** Compared without case, and with one blank for several. No patterns: the time is that of reading both texts. */
export interface TextCondition {
  operator: BankRuleOperator;
  value: string;
}

/** What a line has to be; all that are given hold. Amounts are above zero, whichever way the money goes. */
export interface RuleConditions {
  side?: (typeof bankRuleSides)[number];
  amount?: string;
  amountFrom?: string;
  amountTo?: string;
  counterpartyName?: TextCondition;
  counterpartyIban?: string;
  /** Any of the texts and references that the line has. */
  text?: TextCondition;
  transactionCode?: TextCondition;
}

/** What of a line conditions are about. */
export interface RuledLine {
  amount: string;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: string | null;
  endToEndReference: string | null;
  creditorReference: string | null;
  bankReference: string | null;
  transactionCode: string | null;
}

/** A share of the line and where it goes; the account by its id. */
export interface RulePosting {
  accountId: string;
  /** Percent; those of a rule sum to 100. */
  percentage: string;
  description?: string;
  dimensions?: BankLineEntryLine['dimensions'];
}

/** A rule as lines are held against it. */
export interface MatchRule {
  id: string;
  version: number;
  isAutomatic: boolean;
  partyId: string | null;
  conditions: RuleConditions;
}

/** The first rule that fits; rules are in the order of their priority. Pure. */
export const ruleOf = (line: RuledLine, rules: readonly MatchRule[]): MatchRule | undefined =>
  rules.find(({ conditions }) => fits(line, conditions));

/** Whether a line is what the conditions say. Pure. */
export function fits(line: RuledLine, conditions: RuleConditions): boolean {
  const { side, counterpartyName, counterpartyIban, text, transactionCode } = conditions;
  const amount = new Decimal(line.amount);
  if (side !== undefined && (side === 'incoming') !== amount.greaterThan(0)) return false;
  if (!fitsAmount(amount.abs(), conditions)) return false;
  if (counterpartyIban !== undefined && ibanOf(line.counterpartyIban) !== ibanOf(counterpartyIban)) return false;
  if (counterpartyName && !says(line.counterpartyName, counterpartyName)) return false;
  if (transactionCode && !says(line.transactionCode, transactionCode)) return false;
  const { remittance, endToEndReference, creditorReference, bankReference } = line;
  const texts = [remittance, endToEndReference, creditorReference, bankReference];
  return !text || texts.some((one) => says(one, text));
}

function fitsAmount(amount: Decimal, { amount: wanted, amountFrom, amountTo }: RuleConditions): boolean {
  if (wanted !== undefined && !amount.equals(wanted)) return false;
  if (amountFrom !== undefined && amount.lessThan(amountFrom)) return false;
  return amountTo === undefined || amount.lessThanOrEqualTo(amountTo);
}

const ibanOf = (text: string | null): string => (text ?? '').replaceAll(' ', '').toUpperCase();
const plain = (text: string): string => text.toLowerCase().split(/\s+/).join(' ').trim();

function says(told: string | null, { operator, value }: TextCondition): boolean {
  if (told === null) return false;
  const [text, wanted] = [plain(told), plain(value)];
  if (operator === 'equals') return text === wanted;
  return operator === 'starts_with' ? text.startsWith(wanted) : text.includes(wanted);
}

/**
 * What of a line goes to each account of a rule, by largest remainder in the smallest unit of the currency; shares that
 * come to nothing are left out. The amounts sum up to the line. Pure.
 */
export function shareLine(
  amount: string,
  currency: string,
  postings: readonly (Omit<RulePosting, 'accountId'> & { accountCode: string })[],
): BankLineEntryLine[] {
  const unit = new Decimal(10).pow(requireCurrency(currency).minorUnits);
  const whole = BigInt(new Decimal(amount).times(unit).toFixed(0));
  const weights = postings.map(({ percentage }) => BigInt(new Decimal(percentage).times(1_000_000).toFixed(0)));
  return largestRemainder(whole, weights).flatMap((part, index): BankLineEntryLine[] => {
    const { accountCode, description, dimensions } = postings[index]!;
    if (part === 0n) return [];
    const share = new Decimal(part.toString()).dividedBy(unit).toFixed();
    return [{ amount: share, accountCode, ...(description && { description }), ...(dimensions && { dimensions }) }];
  });
}
