import { defineProblems } from '#kernel/problem.js';

export const administrationProblems = defineProblems({
  legal_entity_required: { status: 422, title: 'Name the legal entity' },
  legal_entity_name_taken: { status: 409, title: 'A legal entity with this name exists' },
  functional_currency_unknown: { status: 422, title: 'Books cannot be kept in this currency' },
});
