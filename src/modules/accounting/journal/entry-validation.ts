import type { EntryValidationView } from './entry-validation.dto.js';
import { linesOfPlanned, taxesOfPlanned } from './journal-entry-views.js';
import type { EntryPlan } from './plan-entry.js';

/** What is told of a plan that is not carried out. */
export function validationOf({ entry, errors }: EntryPlan): EntryValidationView {
  if (!entry) return { result: 'invalid', errors, functionalCurrency: null, total: null, lines: [], taxes: [] };
  const { code, minorUnits } = entry.functionalCurrency;
  const total = entry.total.toFixed(minorUnits);
  return {
    result: 'valid',
    errors: [],
    functionalCurrency: code,
    total,
    lines: linesOfPlanned(entry),
    taxes: taxesOfPlanned(entry),
  };
}
