import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { frontOfficeProblemDefinitions } from './front-office.problems.js';

type Problems = Pick<
  ProblemCatalogue<keyof typeof frontOfficeProblemDefinitions>,
  keyof typeof frontOfficeProblemDefinitions
>;

export const frontOfficeDatabaseProblems = (problems: Problems) =>
  ({
    BU560: problems.sales_channel_refused,
    sales_channel_code_key: () =>
      problems.sales_channel_code_taken('The legal entity has a sales channel with this code.', [
        { pointer: '/code', code: 'code_taken', message: 'The legal entity has a sales channel with this code.' },
      ]),
    sales_channel_tolerance: () => problems.sales_channel_refused('A tolerance is not negative.'),
    recorded_sale_external_id_key: () =>
      problems.sale_taken('Another sale was recorded under the external id meanwhile.'),
  }) satisfies DatabaseProblems;
