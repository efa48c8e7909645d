import type { ProblemDefinition } from '#kernel/problem.js';

export const partyProblemDefinitions = {
  payment_terms_code_taken: { status: 409, title: 'Payment terms with this code exist' },
  payment_terms_refused: { status: 422, title: 'Payment terms cannot be like this' },
  party_number_taken: { status: 409, title: 'A party with this number exists' },
  party_refused: { status: 422, title: 'The party cannot be like this' },
  party_unknown: { status: 422, title: 'There is no such party' },
  party_external_id_taken: { status: 409, title: 'Another party has this external id' },
  party_merged: { status: 409, title: 'The party was merged into another' },
  party_status: { status: 409, title: 'The party cannot take this status' },
  party_merge_refused: { status: 422, title: 'The parties cannot be merged' },
  tax_id_refused: { status: 422, title: 'The tax id is none' },
  bank_account_refused: { status: 422, title: 'The bank account cannot be like this' },
  bank_account_taken: { status: 409, title: 'The party has this bank account' },
  bank_account_status: { status: 409, title: 'The bank account cannot take this status' },
  bank_account_own_change: { status: 403, title: 'Somebody else verifies what one has entered' },
} as const satisfies Record<string, ProblemDefinition>;
