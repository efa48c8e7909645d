import { defineProblems } from '#kernel/problem.js';

export const accountingProblems = defineProblems({
  entry_refused: { status: 422, title: 'The entry breaks a rule of the ledger' },
  period_closed: { status: 409, title: 'The fiscal period is closed' },
  period_transition: { status: 409, title: 'The fiscal period cannot take this status' },
  already_reversed: { status: 409, title: 'The entry is reversed already' },
  reversal_refused: { status: 422, title: 'The entry cannot be reversed like this' },
  external_id_taken: { status: 409, title: 'An entry with this external id exists' },
  functional_currency_fixed: { status: 409, title: 'The functional currency is fixed by posted entries' },
  account_code_taken: { status: 409, title: 'An account with this code exists' },
  account_refused: { status: 422, title: 'The account breaks a rule of the chart' },
  journal_code_taken: { status: 409, title: 'A journal with this code exists' },
  fiscal_year_overlap: { status: 409, title: 'The fiscal year overlaps another one' },
  fiscal_year_refused: { status: 422, title: 'The fiscal year breaks a rule of the calendar' },
  books_changed: { status: 409, title: 'The books changed meanwhile' },
  append_only: { status: 409, title: 'Posted facts never change' },
  import_refused: { status: 422, title: 'The file cannot be imported' },
  import_conflict: { status: 409, title: 'The import does not fit the books as they are' },
});
