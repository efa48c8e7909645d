import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import { administrationProblems as problems } from './administration.problems.js';

const recordedMeanwhile = 'Somebody else recorded a rate for the same type, pair and day; send the same request again.';

const nameTaken = {
  pointer: '/name',
  code: 'name_taken',
  message: 'The organization has a legal entity with this name.',
};

/** What the database refuses in the schema `administration`, said to the caller. */
export const administrationDatabaseProblems = {
  BU210: () => problems.exchange_rates_changed(recordedMeanwhile),
  legal_entity_name_key: () => problems.legal_entity_name_taken(nameTaken.message, [nameTaken]),
  legal_entity_default_key: () =>
    problems.default_legal_entity_changed('Another legal entity became the default; send the same request again.'),
  legal_entity_default_is_active: () => problems.legal_entity_status('The default legal entity is an active one.'),
  exchange_rate_type_code_key: () =>
    problems.exchange_rate_type_taken('The organization has a type of exchange rates with this code.'),
  exchange_rate_type_not_standard: () =>
    problems.exchange_rate_type_taken('Every organization has the types spot, average and closing.'),
  exchange_rate_revision_key: () => problems.exchange_rates_changed(recordedMeanwhile),
  exchange_rate_type_fk: () => problems.exchange_rate_refused('There is no such type of exchange rates.'),
  exchange_rate_range: () =>
    problems.exchange_rate_refused('A rate is from 0.000000001 to below 1,000,000,000, with at most 20 decimals.'),
  exchange_rate_two_currencies: () => problems.exchange_rate_refused('A rate is between two currencies.'),
  exchange_rate_policy_pkey: () =>
    problems.exchange_rates_changed('Somebody else set the policy meanwhile; send the same request again.'),
} satisfies DatabaseProblems;
