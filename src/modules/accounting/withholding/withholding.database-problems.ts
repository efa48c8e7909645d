import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { withholdingProblemDefinitions } from './withholding.problems.js';

type Problems = ProblemCatalogue<keyof typeof withholdingProblemDefinitions>;

/** What the database refuses of withholdings, said to the caller. Services refuse most of it earlier. */
export const withholdingDatabaseProblems = (problems: Pick<Problems, keyof typeof withholdingProblemDefinitions>) =>
  ({
    BU664: problems.withholding_code_refused,
    BU665: problems.withholding_refused,
    BU667: problems.withholding_rate_fixed,
    BU668: problems.withholding_refused,
    BU669: problems.withholding_refused,
    withholding_code_code_key: () =>
      problems.withholding_code_taken('The legal entity has a withholding code with this code.', [
        { pointer: '/code', code: 'code_taken', message: 'The legal entity has a withholding code with this code.' },
      ]),
    withholding_rate_no_overlap: () =>
      problems.withholding_rate_overlap('Somebody else added a rate for these days meanwhile.'),
    sales_document_withholding_rate_fk: () =>
      problems.withholding_rate_fixed('Documents were issued by the rate: it stays; close it instead.'),
    withholding_certificate: () => problems.withholding_refused('A certificate with a day has a number.'),
  }) satisfies DatabaseProblems;
