import type { ProblemDefinition } from '#kernel/problem.js';

export const receivablesProblemDefinitions = {
  sales_document_refused: { status: 422, title: 'The document cannot be like this' },
  sales_document_taken: { status: 409, title: 'A document with this external id exists' },
  sales_document_fixed: { status: 409, title: 'The document is issued' },
  quote_refused: { status: 422, title: 'The quote cannot be like this' },
  quote_in_other_status: { status: 409, title: 'The status of the quote does not allow this' },
  quote_amounts_changed: { status: 409, title: 'The quote would come to other amounts' },
  party_on_hold: { status: 409, title: 'The party is on hold' },
  credit_limit_passed: { status: 409, title: 'The credit limit of the customer is passed' },
  credit_refused: { status: 422, title: 'The invoice cannot be credited like this' },
  credited_already: { status: 409, title: 'The invoice is credited already' },
  electronic_document_incomplete: { status: 409, title: 'The document lacks what the format asks for' },
  deferral_refused: { status: 422, title: 'Revenue cannot be deferred like this' },
  deferral_recognized: { status: 409, title: 'The revenue is recognized already' },
} as const satisfies Record<string, ProblemDefinition>;
