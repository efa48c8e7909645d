import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { dunningProblemDefinitions } from './dunning.problems.js';

type Problems = Pick<ProblemCatalogue<keyof typeof dunningProblemDefinitions>, keyof typeof dunningProblemDefinitions>;

/** What the database refuses of dunning, said to the caller. Services refuse most of it earlier. */
export const dunningDatabaseProblems = (problems: Problems) => {
  const taken = 'The legal entity has this level; change that one.';
  const missing = 'Levels follow each other without a gap: remove the last one first.';
  const used = 'Letters were written at this level; it stays.';
  return {
    BU630: problems.dunning_block_refused,
    BU631: problems.dunning_run_confirmed,
    BU632: problems.dunning_run_changed,
    BU633: problems.dunning_run_changed,
    BU634: problems.dunning_letter_refused,
    BU635: problems.dunning_letter_refused,
    BU636: problems.dunning_run_changed,
    BU637: problems.dunning_letter_kept,
    dunning_level_key: () =>
      problems.dunning_level_taken(taken, [{ pointer: '/level', code: 'level_taken', message: taken }]),
    dunning_level_previous_fk: () => problems.dunning_level_in_use(missing),
    dunning_letter_level_fk: () => problems.dunning_level_in_use(used),
    dunning_block_lift_pkey: () => problems.dunning_block_lifted('It has been lifted meanwhile.'),
    dunning_letter_cancellation_pkey: () => problems.dunning_letter_cancelled('It has been cancelled meanwhile.'),
    dunning_letter_party_key: () =>
      problems.dunning_run_changed('A customer of the run was merged into another meanwhile; confirm it again.'),
  } satisfies DatabaseProblems;
};
