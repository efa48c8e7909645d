import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, parseDecimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingDimension, PostingShare } from '../contract/ledger-posting.js';
import { MOST_DIMENSIONS_OF_LINE } from '../dimensions/dimension-kind.js';
import type { DimensionFact, DimensionFacts, DimensionValueFact } from './dimension-facts.js';
import { finding, type LineDimension } from './planned-entry.js';
import type { AccountFact } from './posting-facts.js';

const WHOLE = new Decimal(100);

/** A part of a line that is split by percentage. */
export interface LineShare {
  dimension: LineDimension;
  percentage: Decimal;
}

/** The values of a line: those that all of it has, and those that it is split by, at most along one dimension. */
export interface LineDimensions {
  whole: LineDimension[];
  shares: LineShare[];
}

/** What the planning of one line's dimensions looks at, and where it leaves what it finds. */
export interface DimensionPlanning {
  legalEntityId: string;
  entryDate: CalendarDate;
  facts: DimensionFacts;
  errors: ProblemError[];
}

/** The values that a line names; everything wrong with them is added to the errors. */
export function planLineDimensions(
  named: readonly PostingDimension[],
  at: string,
  planning: DimensionPlanning,
): LineDimensions {
  const planned: LineDimensions = { whole: [], shares: [] };
  const seen = new Set<string>();
  if (named.length > MOST_DIMENSIONS_OF_LINE) {
    const message = `A line has values of at most ${MOST_DIMENSIONS_OF_LINE} dimensions.`;
    planning.errors.push(finding(at, 'dimensions', 'too_many_dimensions', message));
    return planned;
  }
  named.forEach((one, index) => {
    const place = `${at}/dimensions/${index}`;
    const dimension = findDimension(one, seen, place, planning);
    if (!dimension) return;
    const { valueCode, split } = one;
    if ((valueCode === undefined) === (split === undefined)) {
      const message = 'Give the value of the dimension by valueCode, or several of them by split.';
      planning.errors.push(finding(place, 'valueCode', 'value_or_split', message));
    } else if (valueCode !== undefined) {
      const value = findValue(dimension, valueCode, place, planning);
      if (value) planned.whole.push(value);
    } else if (planned.shares.length > 0) {
      planning.errors.push(finding(place, 'split', 'split_twice', 'A line is split along one dimension only.'));
    } else {
      planned.shares.push(...planShares(dimension, split!, place, planning));
    }
  });
  return planned;
}

function findDimension(
  { dimensionCode }: PostingDimension,
  seen: Set<string>,
  at: string,
  { legalEntityId, facts, errors }: DimensionPlanning,
): DimensionFact | undefined {
  const dimension = facts.dimension(legalEntityId, dimensionCode);
  const fault = dimensionFault(dimension, dimensionCode, seen);
  if (fault) errors.push(finding(at, 'dimensionCode', ...fault));
  seen.add(dimensionCode);
  return fault ? undefined : dimension;
}

function dimensionFault(
  dimension: DimensionFact | undefined,
  code: string,
  seen: ReadonlySet<string>,
): [string, string] | undefined {
  if (seen.has(code)) return ['dimension_twice', `The line names the dimension ${code} twice.`];
  if (!dimension) return ['unknown_dimension', `The legal entity has no dimension ${code}.`];
  return dimension.isActive ? undefined : ['dimension_inactive', `The dimension ${code} is inactive.`];
}

function findValue(
  dimension: DimensionFact,
  code: string,
  at: string,
  { facts, errors, entryDate }: DimensionPlanning,
): LineDimension | undefined {
  const value = facts.value(dimension.id, code);
  if (!value) {
    const message = `The dimension ${dimension.code} has no value ${code}.`;
    errors.push(finding(at, 'valueCode', 'unknown_dimension_value', message));
    return undefined;
  }
  const fault = valueFault(value, dimension, entryDate);
  if (fault) errors.push(finding(at, 'valueCode', ...fault));
  return fault ? undefined : lineDimension(dimension, value);
}

function valueFault(
  { code, isActive, validFrom, validTo }: DimensionValueFact,
  dimension: DimensionFact,
  entryDate: CalendarDate,
): [string, string] | undefined {
  const name = `The value ${code} of the dimension ${dimension.code}`;
  if (!isActive) return ['dimension_value_inactive', `${name} is inactive.`];
  if (validFrom !== null && entryDate < validFrom) {
    return ['dimension_value_not_valid', `${name} is valid from ${validFrom}, after the entry's date ${entryDate}.`];
  }
  if (validTo !== null && entryDate > validTo) {
    return ['dimension_value_not_valid', `${name} is valid to ${validTo}, before the entry's date ${entryDate}.`];
  }
  return undefined;
}

function planShares(
  dimension: DimensionFact,
  split: readonly PostingShare[],
  at: string,
  planning: DimensionPlanning,
): LineShare[] {
  const { errors } = planning;
  const shares: LineShare[] = [];
  const percentages = split.map(({ percentage }) => parseDecimal(percentage));
  split.forEach(({ valueCode }, index) => {
    const place = `${at}/split/${index}`;
    if (split.findIndex((other) => other.valueCode === valueCode) < index) {
      const message = `The split names the value ${valueCode} twice.`;
      errors.push(finding(place, 'valueCode', 'split_value_twice', message));
    }
    const percentage = percentages[index];
    if (!percentage?.greaterThan(0)) {
      errors.push(finding(place, 'percentage', 'invalid_percentage', 'A percentage is above zero, such as "60".'));
    }
    const value = findValue(dimension, valueCode, place, planning);
    if (value && percentage) shares.push({ dimension: value, percentage });
  });
  const total = sum(percentages.map((percentage) => percentage ?? new Decimal(0)));
  if (!total.equals(WHOLE)) {
    const message = `The percentages of a split sum to 100, not to ${total.toFixed()}.`;
    errors.push(finding(at, 'split', 'split_not_whole', message));
  }
  return shares;
}

/**
 * Applies what the account of a line says of dimensions: takes its defaults where the line has no value, and demands and
 * refuses values.
 *
 * @param takesDefaults false for lines that have to stay what they are, as those of an imported file
 */
export function applyRules(
  account: AccountFact,
  { whole, shares }: LineDimensions,
  takesDefaults: boolean,
  at: string,
  planning: DimensionPlanning,
): void {
  for (const { rule, dimension, byDefault } of planning.facts.rules(account.id)) {
    const has = [...whole, ...shares.map((share) => share.dimension)].some(
      ({ dimensionId }) => dimensionId === dimension.id,
    );
    const refuse = (code: string, message: string) => planning.errors.push(finding(at, 'dimensions', code, message));
    if (has) {
      if (rule.requirement !== 'blocked') continue;
      refuse('dimension_blocked', `Account ${account.code} takes no value of the dimension ${dimension.code}.`);
    } else if (byDefault && takesDefaults) {
      const fault = valueFault(byDefault, dimension, planning.entryDate);
      if (fault) refuse(fault[0], `${fault[1]} Account ${account.code} takes it by default.`);
      else whole.push(lineDimension(dimension, byDefault));
    } else if (rule.requirement === 'required') {
      refuse('dimension_required', `Account ${account.code} needs a value of the dimension ${dimension.code}.`);
    }
  }
}

function lineDimension(dimension: DimensionFact, value: DimensionValueFact): LineDimension {
  return {
    dimensionId: dimension.id,
    dimensionCode: dimension.code,
    valueId: value.id,
    valueCode: value.code,
    valueName: value.name,
  };
}
