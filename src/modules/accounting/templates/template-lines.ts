import { requireCurrency } from '#kernel/currency.js';
import { parseDecimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { EntryTemplateLine } from './entry-templates.dto.js';

/** What is wrong with the lines of a template, whatever amounts it will be used with; pure. */
export function templateLineFaults(lines: readonly EntryTemplateLine[], currency: string): ProblemError[] {
  return lines.flatMap((line, index) => {
    const fault = lineFault(line, currency);
    return fault ? [{ ...fault, pointer: `/lines/${index}/${fault.pointer}` }] : [];
  });
}

function lineFault({ amount, amountName, percentage }: EntryTemplateLine, currency: string): ProblemError | undefined {
  const [isFixed, isNamed] = [isGiven(amount), isGiven(amountName)];
  if (isFixed === isNamed) {
    const message = 'A line has either an amount, or the name of one that is asked for at use.';
    return { pointer: 'amount', code: 'one_amount', message };
  }
  if (isGiven(percentage) && !isNamed) {
    const message = 'A percentage is a share of an amount that is asked for; name it.';
    return { pointer: 'percentage', code: 'share_of_nothing', message };
  }
  return isFixed ? scaleFault(amount!, currency, 'amount') : undefined;
}

/** Whether the amount has more decimals than the currency. */
export function scaleFault(amount: string, currency: string, pointer: string): ProblemError | undefined {
  const { minorUnits } = requireCurrency(currency);
  if (scaleOf(parseDecimal(amount)!) <= minorUnits) return undefined;
  const message = `${currency} has ${minorUnits} decimals; the amount has more.`;
  return { pointer, code: 'amount_scale', message };
}

const isGiven = (value: string | null | undefined) => value !== undefined && value !== null;
