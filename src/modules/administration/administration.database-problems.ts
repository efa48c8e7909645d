import type { DatabaseProblems } from '#platform/http/sqlstate.js';
import { administrationProblems as problems } from './administration.problems.js';

/** What the database refuses in the schema `administration`, said to the caller. */
export const administrationDatabaseProblems = {
  legal_entity_name_key: () => problems.legal_entity_name_taken('The organization has a legal entity with this name.'),
} satisfies DatabaseProblems;
