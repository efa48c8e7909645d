import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { revaluationProblemDefinitions } from './revaluation.problems.js';

type Problems = ProblemCatalogue<keyof typeof revaluationProblemDefinitions>;

/** What the database refuses of revaluations, said to the caller. Services refuse most of it earlier. */
export const revaluationDatabaseProblems = (problems: Pick<Problems, keyof typeof revaluationProblemDefinitions>) =>
  ({
    BU780: problems.revaluation_refused,
    BU781: problems.revaluation_refused,
    BU782: problems.revaluation_refused,
    BU783: problems.revaluation_state,
    revaluation_run_number_key: () => problems.revaluation_state('Somebody else revalued the day meanwhile.'),
  }) satisfies DatabaseProblems;
