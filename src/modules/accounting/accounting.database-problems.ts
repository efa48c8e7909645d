import type { ProblemFactory } from '#kernel/problem.js';
import { approvalProblems } from '#platform/approvals/approvals.problems.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import { accountingProblems as problems } from './accounting.problems.js';
import { partyDatabaseProblems } from './parties/parties.database-problems.js';
import { bankingDatabaseProblems } from './banking/banking.database-problems.js';
import { withholdingDatabaseProblems } from './withholding/withholding.database-problems.js';
import { revaluationDatabaseProblems } from './revaluation/revaluation.database-problems.js';
import { receiptDatabaseProblems } from './receipts/receipts.database-problems.js';
import { receivablesDatabaseProblems } from './receivables/receivables.database-problems.js';
import { dunningDatabaseProblems } from './dunning/dunning.database-problems.js';
import { frontOfficeDatabaseProblems } from './front-office/front-office.database-problems.js';

const codeTaken = (problem: ProblemFactory, message: string) =>
  problem(message, [{ pointer: '/code', code: 'code_taken', message }]);

const purposeTaken = (message: string) =>
  problems.posting_account_taken(message, [{ pointer: '/purpose', code: 'purpose_taken', message }]);

const prefixTaken = (pointer: string) => (message: string) =>
  problems.document_prefix_taken(message, [{ pointer, code: 'prefix_taken', message }]);

/** What the database refuses in the schema `accounting`, said to the caller. Services refuse most of it earlier. */
export const accountingDatabaseProblems = {
  BU101: problems.entry_refused,
  BU102: problems.period_closed,
  BU103: problems.entry_refused,
  BU104: problems.books_changed,
  BU105: problems.reversal_refused,
  BU106: problems.entry_refused,
  BU107: problems.entry_refused,
  BU108: problems.entry_refused,
  BU109: problems.entry_refused,
  BU110: problems.entry_refused,
  BU111: problems.entry_refused,
  BU112: problems.books_changed,
  BU113: problems.fiscal_year_closed,
  BU114: problems.reversal_refused,
  BU115: problems.entry_refused,
  BU120: problems.fiscal_year_refused,
  BU121: problems.period_transition,
  BU122: problems.functional_currency_fixed,
  BU123: problems.fiscal_year_transition,
  BU124: problems.fiscal_year_transition,
  BU130: problems.import_not_undoable,
  BU770: problems.import_conflict,
  BU771: problems.import_conflict,
  BU772: problems.import_not_undoable,
  BU773: problems.import_conflict,
  record_import_undo_pkey: () => problems.import_not_undoable('The import has been undone before.'),
  BU140: problems.entry_refused,
  BU141: problems.entry_refused,
  BU142: problems.entry_refused,
  BU150: problems.draft_posted,
  BU151: problems.schedule_settled,
  BU152: problems.reversal_refused,
  BU153: problems.schedule_settled,
  BU154: problems.schedule_settled,
  BU598: problems.schedule_settled,
  BU599: problems.schedule_settled,
  BU160: problems.entry_refused,
  BU161: problems.account_currency,
  BU162: problems.account_refused,
  BU180: problems.legal_entity_archived,
  BU190: problems.budget_fixed,
  BU191: problems.budget_refused,
  BU192: problems.budget_refused,
  BU193: problems.budget_refused,
  BU506: prefixTaken('/invoicePrefix'),
  BU507: prefixTaken('/creditNotePrefix'),
  books_document_prefixes: prefixTaken('/invoicePrefix'),
  BU195: approvalProblems.approval_required,
  BU196: approvalProblems.approval_pending,
  BU197: approvalProblems.approval_required,
  BU460: problems.entry_refused,
  BU461: problems.entry_refused,
  BU462: problems.reversal_refused,
  BU463: problems.items_settled,
  BU464: problems.entry_refused,
  BU465: problems.allocation_refused,
  BU466: problems.allocation_refused,
  BU467: problems.period_closed,
  BU468: problems.allocation_refused,
  open_item_open_amount: () => problems.over_allocated('Others have settled the items meanwhile; read them again.'),
  open_item_settled_wholly: () => problems.over_allocated('Others have settled the items meanwhile; read them again.'),
  allocation_undone_key: () => problems.allocation_undone('The allocation has been undone meanwhile.'),
  BU490: problems.posting_account_refused,
  BU491: problems.posting_account_refused,
  BU492: problems.posting_account_refused,
  BU540: problems.entry_refused,
  BU548: problems.reversal_refused,
  account_code_key: () => codeTaken(problems.account_code_taken, 'The legal entity has an account with this code.'),
  account_parent_fk: () => problems.account_refused('The parent is a group of the same legal entity and type.'),
  account_control_is_balance_sheet: () =>
    problems.account_refused('A control account is an asset or a liability, and no group.'),
  account_subtype_of_type: () => problems.account_refused('The sub-type belongs to another type, or to no group.'),
  account_cash_flow_section_of_type: () =>
    problems.account_refused('The section of the cash flow statement belongs to another type, or to no group.'),
  account_currency_is_balance_sheet: () =>
    problems.account_refused('Only assets and liabilities that take postings are of one currency.'),
  posting_account_purpose_key: () =>
    purposeTaken('The legal entity names an account for this purpose; change that one.'),
  statutory_chart_code_key: () =>
    codeTaken(problems.statutory_chart_code_taken, 'The organization has a statutory chart with this code.'),
  statutory_mapping_line_fk: () =>
    problems.statutory_line_in_use('A line that accounts are mapped to stays in the chart.'),
  statutory_mapping_account_fk: () =>
    problems.statutory_mapping_refused('Accounts that take postings are mapped, and no groups.'),
  journal_code_key: () => codeTaken(problems.journal_code_taken, 'The legal entity has a journal with this code.'),
  entry_template_code_key: () =>
    codeTaken(problems.template_code_taken, 'The legal entity has a template with this code.'),
  recurring_entry_end_after_start: () => problems.recurrence_refused('A schedule ends on its start or later.'),
  recurring_run_due_key: () => problems.schedule_settled('Another run has done this date meanwhile.'),
  budget_revision_key: () => problems.budget_code_taken('Somebody else made this revision; read the budgets again.'),
  budget_active_key: () => problems.budget_fixed('Another revision has been activated meanwhile.'),
  budget_line_key: () => problems.budget_refused('The budget has a line of this account, period and values.'),
  budget_line_leaf_fk: () => problems.budget_refused('Accounts that take postings are planned, and no groups.'),
  budget_line_period_fk: () =>
    problems.budget_refused('A line is of a period of the fiscal year, not of its adjustment.'),
  budget_currency_fk: () =>
    problems.functional_currency_fixed('The functional currency is fixed: the legal entity has budgets in it.'),
  dimension_code_key: () =>
    codeTaken(problems.dimension_code_taken, 'The legal entity has a dimension with this code.'),
  dimension_value_code_key: () => codeTaken(problems.dimension_code_taken, 'The dimension has a value with this code.'),
  dimension_value_validity: () =>
    problems.dimension_refused('A value is valid from a date that is not after the one that it is valid to.'),
  dimension_rule_key: () =>
    problems.dimension_rule_taken('The account has a rule about this dimension; change that one.'),
  dimension_rule_blocked_without_default: () =>
    problems.dimension_refused('An account that takes no value of a dimension has no default of it.'),
  books_legal_entity_fk: () =>
    problems.books_changed(
      'The functional currency or the status of the legal entity changed meanwhile; send the same request again.',
    ),
  fiscal_year_no_overlap: () => problems.fiscal_year_overlap('The legal entity has a fiscal year in this range.'),
  fiscal_year_length: () => problems.fiscal_year_refused('A fiscal year ends after it starts, within eighteen months.'),
  journal_entry_number_key: () => problems.books_changed('Somebody else took the number; send the same request again.'),
  journal_entry_reversal_key: () => problems.already_reversed('The entry has been reversed meanwhile.'),
  journal_entry_external_key: () =>
    problems.external_id_taken('An entry with this external id has been posted meanwhile.'),
  import_file_key: () => problems.import_conflict('The file has been imported meanwhile.'),
  import_fiscal_year_key: () => problems.import_conflict('The fiscal year has been imported meanwhile.'),
  ...partyDatabaseProblems(problems),
  ...bankingDatabaseProblems,
  ...receiptDatabaseProblems(problems),
  ...withholdingDatabaseProblems(problems),
  ...revaluationDatabaseProblems(problems),
  ...receivablesDatabaseProblems(problems),
  ...frontOfficeDatabaseProblems(problems),
  ...dunningDatabaseProblems(problems),
} satisfies DatabaseProblems;
