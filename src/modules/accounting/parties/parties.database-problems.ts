import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { partyProblemDefinitions } from './parties.problems.js';

type Problems = Pick<ProblemCatalogue<keyof typeof partyProblemDefinitions>, keyof typeof partyProblemDefinitions>;

/** What the database refuses about parties, said to the caller. Services refuse most of it earlier. */
export const partyDatabaseProblems = (problems: Problems) =>
  ({
    BU400: problems.party_merged,
    BU401: problems.party_status,
    BU402: problems.bank_account_refused,
    BU403: problems.bank_account_own_change,
    BU404: problems.bank_account_status,
    payment_terms_code_key: () =>
      problems.payment_terms_code_taken('The legal entity has payment terms with this code.', [
        { pointer: '/code', code: 'code_taken', message: 'The legal entity has payment terms with this code.' },
      ]),
    payment_terms_whole: () => problems.payment_terms_refused('The instalments are shares that sum to 100 percent.'),
    payment_terms_discounts: () => problems.payment_terms_refused('Discounts are shares below the whole.'),
    party_number_key: () =>
      problems.party_number_taken('The legal entity has a party with this number.', [
        { pointer: '/number', code: 'number_taken', message: 'The legal entity has a party with this number.' },
      ]),
    party_has_role: () => problems.party_refused('A party is a customer, a vendor or both.'),
    party_credit_limit: () => problems.party_refused('A credit limit is not negative.'),
    party_receivable_account_fk: () =>
      problems.party_refused('The account is a control account for receivables of the legal entity.'),
    party_payable_account_fk: () =>
      problems.party_refused('The account is a control account for payables of the legal entity.'),
    party_payment_terms_fk: () => problems.party_refused('The payment terms are those of another legal entity.'),
    party_hold_reason: () => problems.party_status('A party is put on hold for a reason.'),
    party_merged: () => problems.party_status('A party is merged into another.'),
    party_survivor_fk: () =>
      problems.party_merge_refused('The survivor is of the same legal entity, and was not merged meanwhile.'),
    party_survivor_is_another: () => problems.party_merge_refused('A party is merged into another one.'),
    party_tax_id_key: () => problems.tax_id_refused('A party has each tax id once.'),
    party_external_id_key: () =>
      problems.party_external_id_taken('Another party has been given the external id meanwhile.'),
    party_bank_account_key: () => problems.bank_account_taken('The party has a bank account with this number.'),
    party_bank_account_checker_is_another: () =>
      problems.bank_account_own_change('Another person than the one who wrote a bank account verifies it.'),
  }) satisfies DatabaseProblems;
