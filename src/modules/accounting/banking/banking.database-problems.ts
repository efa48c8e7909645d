import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import { bankingProblems as problems } from './banking.problems.js';

const taken = (pointer: string, message: string) =>
  problems.bank_account_taken(message, [{ pointer, code: 'taken', message }]);

/** What the database refuses of banking, said to the caller. Services refuse most of it earlier. */
export const bankingDatabaseProblems = {
  BU440: problems.bank_account_refused,
  BU441: problems.bank_account_needed,
  BU442: problems.bank_account_started,
  BU443: problems.bank_statement_fixed,
  BU444: problems.bank_statement_conflict,
  BU445: problems.bank_statement_fixed,
  BU446: problems.bank_line_status,
  BU447: problems.bank_statement_fixed,
  BU541: problems.bank_account_refused,
  BU542: problems.bank_match_refused,
  BU543: problems.bank_match_conflict,
  BU544: problems.bank_match_undone,
  BU545: problems.bank_reconciliation_fixed,
  BU546: problems.bank_reconciliation_open,
  BU547: problems.bank_reconciliation_fixed,
  BU575: problems.bank_match_rule_refused,
  BU576: problems.bank_suggestion_stale,
  BU577: problems.bank_suggestion_stale,
  bank_match_rule_of_nothing: problems.bank_match_rule_refused,
  bank_match_rule_action: problems.bank_match_rule_refused,
  bank_match_rejection_target_key: () => problems.bank_suggestion_stale('The suggestion has been rejected meanwhile.'),
  bank_match_suggestion_place_key: () =>
    problems.bank_suggestion_stale('Suggestions of the line have been found anew meanwhile; read them again.'),
  bank_reconciliation_position_key: () =>
    problems.bank_reconciliation_fixed('The bank account has been signed off meanwhile.'),
  bank_reconciliation_proof: () => problems.bank_reconciliation_open('The books differ from the statement.'),
  bank_match_standing_opening_key: () =>
    problems.bank_match_conflict('The balance that the bank account began with is matched already.'),
  bank_match_undone_key: () => problems.bank_match_undone('The match has been undone meanwhile.'),
  bank_account_account_key: () => taken('/accountCode', 'The account is that of another bank account.'),
  bank_account_iban_key: () => taken('/iban', 'The legal entity has a bank account with this IBAN and currency.'),
  bank_account_number_key: () => taken('/number', 'The legal entity has a bank account with this number and currency.'),
  bank_statement_import_file_key: () => problems.bank_statement_conflict('The file has been imported meanwhile.'),
  bank_statement_standing_position_key: () =>
    problems.bank_statement_conflict('Another statement of the bank account has been imported meanwhile.'),
  bank_statement_standing_previous_fk: () =>
    problems.bank_statement_fixed('Another statement follows from one of the import; undo that first.'),
} satisfies DatabaseProblems;
