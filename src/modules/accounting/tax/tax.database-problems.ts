import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import { taxProblems as problems } from './tax.problems.js';

/** What the database refuses of taxes, said to the caller. Services refuse most of it earlier. */
export const taxDatabaseProblems = {
  BU420: problems.tax_rate_refused,
  BU421: problems.tax_rate_fixed,
  BU422: problems.tax_rate_fixed,
  BU423: problems.tax_code_refused,
  BU424: problems.tax_code_refused,
  BU425: problems.tax_line_refused,
  BU426: problems.tax_line_refused,
  tax_line_party_fk: () => problems.tax_line_refused('A tax line is of a party of its own legal entity.'),
  BU640: problems.tax_code_refused,
  BU641: problems.tax_line_refused,
  BU642: problems.tax_line_refused,
  BU643: problems.tax_line_refused,
  BU550: problems.tax_return_form_refused,
  BU551: problems.tax_return_form_refused,
  BU552: problems.tax_return_state,
  BU553: problems.tax_return_state,
  BU554: problems.tax_return_state,
  BU555: problems.tax_return_changed,
  BU556: problems.tax_return_changed,
  BU660: problems.tax_return_state,
  BU661: problems.tax_return_settlement_refused,
  BU662: problems.tax_return_settlement_refused,
  BU663: problems.tax_return_settlement_refused,
  tax_return_settlement_number_key: () => problems.tax_return_state('Somebody else settled the return meanwhile.'),
  tax_return_settlement_reversal_pkey: () =>
    problems.tax_return_state('Somebody else reversed the settlement meanwhile.'),
  tax_return_form_code_key: () =>
    problems.tax_return_form_taken('The legal entity has a tax return form with this code.', [
      { pointer: '/code', code: 'code_taken', message: 'The legal entity has a tax return form with this code.' },
    ]),
  tax_return_form_code_once: () =>
    problems.tax_return_form_refused('Another form came to report one of the tax codes meanwhile.'),
  tax_return_start_key: () => problems.tax_return_state('Somebody else opened the return meanwhile.'),
  tax_return_first_key: () => problems.tax_return_state('Somebody else opened the first return meanwhile.'),
  tax_return_revision_key: () => problems.tax_return_state('The return is amended already.'),
  tax_return_previous_fk: () => problems.tax_return_state('A later return follows this one.'),
  tax_return_line_pkey: () => problems.tax_return_changed('Some of the tax lines were declared elsewhere meanwhile.'),
  tax_code_code_key: () =>
    problems.tax_code_taken('The legal entity has a tax code with this code.', [
      { pointer: '/code', code: 'code_taken', message: 'The legal entity has a tax code with this code.' },
    ]),
  tax_code_cash_basis: () => problems.tax_code_refused('A tax that is due when it is paid waits on an account for it.'),
  tax_code_cash_basis_apart: () =>
    problems.tax_code_refused('What is not due waits on another account than what is owed.'),
  tax_code_exemption: () =>
    problems.tax_code_refused('VAT that is not charged needs a reason, and other VAT has none.'),
  tax_code_accounts: () => problems.tax_code_refused('The tax needs accounts for what is owed and what is deducted.'),
  tax_rate_no_overlap: () => problems.tax_rate_overlap('Somebody else added a rate for these days meanwhile.'),
  tax_rule_priority: () =>
    problems.tax_rule_ambiguous('Another active rule has this priority on the same days.', [
      {
        pointer: '/priority',
        code: 'priority_taken',
        message: 'Another active rule has this priority on the same days.',
      },
    ]),
} satisfies DatabaseProblems;
