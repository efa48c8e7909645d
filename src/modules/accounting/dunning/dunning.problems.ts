import type { ProblemDefinition } from '#kernel/problem.js';

/** What dunning refuses. */
export const dunningProblemDefinitions = {
  dunning_level_taken: { status: 409, title: 'The legal entity has this dunning level' },
  dunning_level_refused: { status: 422, title: 'The dunning level cannot be like this' },
  dunning_level_in_use: { status: 409, title: 'The dunning level is needed' },
  dunning_block_refused: { status: 422, title: 'The item cannot be blocked from dunning like this' },
  dunning_block_lifted: { status: 409, title: 'The block is lifted already' },
  dunning_run_refused: { status: 422, title: 'The dunning run cannot be like this' },
  dunning_run_confirmed: { status: 409, title: 'The dunning run is confirmed' },
  dunning_run_changed: { status: 409, title: 'What the dunning run proposes has changed' },
  dunning_run_empty: { status: 409, title: 'The dunning run proposes no letter' },
  dunning_letter_refused: { status: 409, title: 'The dunning letter does not fit what is open' },
  dunning_letter_cancelled: { status: 409, title: 'The dunning letter is cancelled already' },
  dunning_letter_kept: { status: 409, title: 'The dunning letter cannot be cancelled like this' },
} as const satisfies Record<string, ProblemDefinition>;
