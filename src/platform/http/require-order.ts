import { platformProblems } from './platform.problems.js';

/** Parameters of a query that name a range; what is left out has no bound. */
export interface RangeParameters {
  /** First day, or first instant. */
  from?: string | undefined;
  /** Last day, which is part of it. */
  to?: string | undefined;
  /** The instant before which it ends. */
  before?: string | undefined;
}

/** @throws Problem invalid_parameter (400, `range_reversed`) where a range ends before it begins, or at once */
export function requireOrder({ from, to, before }: RangeParameters): void {
  if (from === undefined) return;
  if (to !== undefined && to < from) throw reversed('?to', `Must not be before the first day, ${from}.`);
  if (before !== undefined && Date.parse(before) <= Date.parse(from)) throw reversed('?before', 'Must be after from.');
}

function reversed(pointer: string, message: string) {
  return platformProblems.invalid_parameter(message, [{ pointer, code: 'range_reversed', message }]);
}
