import { defineProblems } from '#kernel/problem.js';

export const administrationProblems = defineProblems({
  legal_entity_required: { status: 422, title: 'Name the legal entity' },
  legal_entity_name_taken: { status: 409, title: 'A legal entity with this name exists' },
  legal_entity_status: { status: 409, title: 'The legal entity cannot take this status' },
  default_legal_entity_changed: { status: 409, title: 'The default legal entity changed meanwhile' },
  functional_currency_unknown: { status: 422, title: 'Books cannot be kept in this currency' },
  tax_registration_repeated: { status: 422, title: 'A tax registration stands in the list twice' },
  seller_refused: { status: 422, title: 'Documents cannot print this' },
  exchange_rate_type_taken: { status: 409, title: 'A type of exchange rates with this code exists' },
  exchange_rate_refused: { status: 422, title: 'The exchange rate breaks a rule' },
  exchange_rate_differs: { status: 409, title: 'Another rate is recorded for this type, pair and day' },
  exchange_rate_recorded: { status: 409, title: 'This very rate is recorded already' },
  exchange_rates_changed: { status: 409, title: 'Exchange rates were recorded meanwhile' },
  exchange_rate_missing: { status: 404, title: 'No exchange rate can be found by the rules' },
  exchange_rate_import_refused: { status: 422, title: 'The exchange rates cannot be imported' },
});
