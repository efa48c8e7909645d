import type { ProblemCatalogue } from '#kernel/problem.js';
import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import type { receiptProblemDefinitions } from './receipts.problems.js';

type Problems = ProblemCatalogue<keyof typeof receiptProblemDefinitions>;

/** What the database refuses of receipts, refunds and write-offs, said to the caller. Services refuse most of it earlier. */
export const receiptDatabaseProblems = (problems: Pick<Problems, keyof typeof receiptProblemDefinitions>) =>
  ({
    BU530: problems.receipt_refused,
    BU531: problems.receipt_refused,
    BU532: problems.receipt_refused,
    BU533: problems.receipt_refused,
    BU534: problems.reversal_too_early,
    BU535: problems.settlement_used,
    BU536: problems.early_discount_refused,
    BU595: problems.deposit_application_refused,
    BU596: problems.deposit_application_refused,
    BU597: problems.deposit_application_refused,
    BU790: problems.refund_refused,
    BU791: problems.settlement_used,
    early_discount_pkey: () => problems.early_discount_taken('The item has a discount until one of these days.'),
    settlement_external_key: () =>
      problems.settlement_taken('One with this external id has been recorded meanwhile.', [
        { pointer: '/externalId', code: 'external_id_taken', message: 'It has been recorded meanwhile.' },
      ]),
    settlement_reversal_pkey: () => problems.settlement_reversed('It has been reversed meanwhile.'),
  }) satisfies DatabaseProblems;
