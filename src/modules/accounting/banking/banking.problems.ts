import { defineProblems } from '#kernel/problem.js';

export const bankingProblemDefinitions = {
  bank_account_refused: { status: 422, title: 'The bank account cannot be like this' },
  bank_account_taken: { status: 409, title: 'There is such a bank account' },
  bank_account_needed: { status: 409, title: 'A bank account needs the account as it is' },
  bank_account_started: { status: 409, title: 'The bank account has statements' },
  bank_statement_refused: { status: 422, title: 'The file of statements cannot be imported' },
  bank_statement_conflict: { status: 409, title: 'The statements do not follow from those that are there' },
  bank_statement_fixed: { status: 409, title: 'The statement stays as it is' },
  bank_match_refused: { status: 422, title: 'The lines cannot be matched like this' },
  bank_match_conflict: { status: 409, title: 'A line is matched or excluded already' },
  bank_match_undone: { status: 409, title: 'The match does not stand' },
  bank_match_rule_refused: { status: 422, title: 'The match rule cannot be like this' },
  bank_suggestion_stale: { status: 409, title: 'The suggestion does not hold any more' },
  bank_suggestions_refused: { status: 409, title: 'Some of the suggestions cannot be accepted' },
  bank_opening_differs: { status: 409, title: 'The books differ from what the bank account began with' },
  bank_account_unknown: { status: 422, title: 'There is no such bank account' },
  bank_reconciliation_open: { status: 409, title: 'The bank account does not reconcile' },
  bank_reconciliation_fixed: { status: 409, title: 'The bank account is signed off' },
  bank_line_status: { status: 409, title: 'The line of the statement cannot take this status' },
} as const;

export const bankingProblems = defineProblems(bankingProblemDefinitions);
