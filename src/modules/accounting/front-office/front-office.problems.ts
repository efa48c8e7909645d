import type { ProblemDefinition } from '#kernel/problem.js';

export const frontOfficeProblemDefinitions = {
  sales_channel_code_taken: { status: 409, title: 'A sales channel with this code exists' },
  sales_channel_refused: { status: 422, title: 'The sales channel cannot be like this' },
  sale_refused: { status: 422, title: 'The sale cannot be recorded like this' },
  sale_taken: { status: 409, title: 'Another sale has this external id' },
  sale_totals_differ: { status: 422, title: 'The totals of the caller differ from ours' },
} as const satisfies Record<string, ProblemDefinition>;
