import type { Statement } from '#platform/database/transaction.js';

/** A rule of the books, proved from the lines up. The query gives a row for every violation, and none in good books. */
export interface IntegrityCheck {
  name: string;
  description: string;
  /** `$1` organization, `$2` legal entity or null for all; gives `subject` and `message`. */
  text: string;
}

/**
 * Goes before the checks, in their transaction. Each check compares whole sets, which takes a hash or a sort; right after
 * a large import PostgreSQL would rather compare every row with every other one, as it believes that there are next to
 * none yet.
 */
export const COMPARE_WHOLE_SETS: Statement = {
  name: 'compare_whole_sets',
  text: "SELECT set_config('enable_nestloop', 'off', true)",
};
