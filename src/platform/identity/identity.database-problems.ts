import { platformProblems } from '../http/platform.problems.js';
import type { DatabaseProblems } from '../http/sqlstate.js';
import { identityProblems as problems } from './identity.problems.js';

/** What the database refuses in the schema `identity`, said to the caller. */
export const identityDatabaseProblems = {
  BU021: problems.role_unknown,
  BU022: problems.invitation_closed,
  BU023: problems.api_key_revoked,
  role_code_key: () => problems.role_code_taken('The organization has a role with this code.'),
  role_code_built_in: () => problems.role_code_taken('Every organization has a role with this code.'),
  owner_count_last_owner: () =>
    problems.last_owner('An organization always has an owner: make another member one first.'),
  invitation_email_check: () =>
    platformProblems.validation_failed('The e-mail address cannot be kept in small letters.'),
  invitation_open_key: () =>
    problems.invitation_open('This address has an open invitation: give it a new token, or revoke it.'),
  api_key_name_key: () => problems.api_key_name_taken('A key that is not revoked has this name.'),
  api_key_no_owner: () => problems.role_unknown('An API key is never an owner: administrator holds the rest.'),
} satisfies DatabaseProblems;
