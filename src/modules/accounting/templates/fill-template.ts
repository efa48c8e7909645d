import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { Money } from '#kernel/money.js';
import type { ProblemError } from '#kernel/problem.js';
import { emptyContent, emptyLine } from '../drafts/draft-content.js';
import type { DraftLineView } from '../drafts/journal-entry-drafts.dto.js';
import type { DraftContent } from '../drafts/journal-entry-drafts.repository.js';
import type { EntryTemplateLineView, EntryTemplateView, NamedAmount, UseEntryTemplate } from './entry-templates.dto.js';
import { scaleFault } from './template-lines.js';

export type FilledTemplate =
  { content: DraftContent; errors?: undefined } | { content?: undefined; errors: ProblemError[] };

/** What of a template its use needs. */
export type UsableTemplate = Pick<EntryTemplateView, 'journalCode' | 'description' | 'currency' | 'lines'>;

/** The content of an entry that a template makes of amounts and a date; pure. */
export function fillTemplate(template: UsableTemplate, use: UseEntryTemplate): FilledTemplate {
  const amounts = use.amounts ?? [];
  const errors = amountFaults(template, amounts);
  if (errors.length > 0) return { errors };
  const given = new Map(amounts.map(({ name, amount }) => [name, amount]));
  const figures = figuresOf(template, given);
  const { minorUnits } = requireCurrency(template.currency);
  return {
    content: {
      ...emptyContent,
      journalCode: template.journalCode,
      entryDate: use.entryDate,
      description: use.description ?? template.description,
      reference: use.reference ?? null,
      reversesOn: use.reversesOn ?? null,
      currency: template.currency,
      lines: template.lines.map((line, index) => lineOf(line, figures[index]!.toFixed(minorUnits))),
    },
  };
}

/** Whether the amounts are those that the template asks for, each once. */
export function amountFaults({ lines, currency }: UsableTemplate, amounts: readonly NamedAmount[]): ProblemError[] {
  const asked = new Set(lines.flatMap(({ amountName }) => amountName ?? []));
  const seen = new Set<string>();
  const errors = amounts.flatMap(({ name, amount }, index) => {
    const pointer = `/amounts/${index}`;
    const known = `The template asks for ${[...asked].join(', ') || 'no amounts'}.`;
    if (!asked.has(name)) return [{ pointer: `${pointer}/name`, code: 'unknown_amount', message: known }];
    if (seen.has(name))
      return [{ pointer: `${pointer}/name`, code: 'amount_twice', message: `${name} is given twice.` }];
    seen.add(name);
    return scaleFault(amount, currency, `${pointer}/amount`) ?? [];
  });
  const missing = [...asked].filter((name) => !amounts.some((amount) => amount.name === name));
  const lacking = missing.map((name) => ({
    pointer: '/amounts',
    code: 'amount_missing',
    message: `The template asks for the amount ${name}.`,
  }));
  return [...errors, ...lacking];
}

/** The amount of each line. Shares of one amount on one side are divided together, so that they sum to their whole. */
function figuresOf({ lines, currency }: UsableTemplate, given: ReadonlyMap<string, string>): Decimal[] {
  const figures = lines.map(({ amount }) => new Decimal(amount ?? 0));
  const groups = new Map<unknown, number[]>();
  lines.forEach((line, index) => {
    const group = groupOf(line);
    groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  for (const group of groups.values()) {
    const { amountName } = lines[group[0]!]!;
    if (amountName === null) continue;
    const shares = group.map((index) => new Decimal(lines[index]!.percentage ?? 100));
    const whole = Money.round(new Decimal(given.get(amountName)!).times(sum(shares)).div(100), currency);
    const parts = whole.allocate(shares);
    group.forEach((index, place) => (figures[index] = parts[place]!.amount));
  }
  return figures;
}

/** All of an amount stands alone: only shares are divided together. */
const groupOf = ({ side, amountName, percentage }: EntryTemplateLineView) =>
  percentage === null ? Symbol('alone') : `${side} ${amountName}`;

function lineOf(line: EntryTemplateLineView, figure: string): DraftLineView {
  const { accountCode, side, description, dimensions } = line;
  return { ...emptyLine, accountCode, [side]: figure, description, dimensions };
}
