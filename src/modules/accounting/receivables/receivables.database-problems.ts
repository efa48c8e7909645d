import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { receivablesProblemDefinitions } from './receivables.problems.js';

type Problems = Pick<
  ProblemCatalogue<keyof typeof receivablesProblemDefinitions>,
  keyof typeof receivablesProblemDefinitions
>;

/** What the database refuses about documents of sale, said to the caller. Services refuse most of it earlier. */
export const receivablesDatabaseProblems = (problems: Problems) =>
  ({
    BU500: problems.sales_document_fixed,
    BU501: problems.sales_document_refused,
    BU502: problems.sales_document_refused,
    BU503: problems.credit_refused,
    BU504: problems.credited_already,
    BU505: problems.sales_document_refused,
    BU600: problems.quote_in_other_status,
    BU601: problems.quote_in_other_status,
    BU602: problems.quote_in_other_status,
    BU603: problems.quote_in_other_status,
    BU610: problems.deferral_refused,
    BU611: problems.deferral_refused,
    BU612: problems.deferral_refused,
    deferral_recognized_part_pkey: () =>
      problems.deferral_recognized('It was recognized meanwhile: send the same request again.'),
    sales_document_external_id_key: () =>
      problems.sales_document_taken('A document with this external id was issued.', [
        { pointer: '/externalId', code: 'external_id_taken', message: 'A document with this external id was issued.' },
      ]),
  }) satisfies DatabaseProblems;
