import { authProblems } from '../auth/auth.problems.js';
import { platformProblems } from '../http/platform.problems.js';
import type { DatabaseProblems } from '../http/sqlstate.js';
import { identityProblems as problems } from './identity.problems.js';

/** What the database refuses in the schema `identity`, said to the caller. */
export const identityDatabaseProblems = {
  BU021: problems.role_unknown,
  BU022: problems.invitation_closed,
  BU023: problems.api_key_revoked,
  BU360: (detail: string) => authProblems.second_factor_wrong(detail),
  BU361: (detail: string) => authProblems.second_factor_confirmed(detail),
  BU362: (detail: string) => authProblems.step_up_required(detail),
  BU363: problems.recovery_closed,
  BU364: problems.recovery_elsewhere,
  BU365: problems.service_account_inactive,
  BU366: problems.client_secret_limit,
  BU367: problems.client_secret_revoked,
  BU368: (detail: string) =>
    problems.service_account_owner(detail, [{ pointer: '/ownerId', code: 'service_account_owner', message: detail }]),
  BU395: problems.already_member,
  BU396: problems.engagement_ended,
  BU397: problems.engaged_person,
  BU399: (detail: string) =>
    problems.engaged_entity_unknown(detail, [
      { pointer: '/legalEntityIds', code: 'engaged_entity_unknown', message: detail },
    ]),
  BU398: (detail: string) => platformProblems.validation_failed(detail),
  engagement_one_at_a_time: () =>
    problems.engagement_overlaps('Another engagement of the person has some of the days.'),
  engagement_no_owner: () => problems.role_unknown('Nobody who is engaged is an owner: administrator holds the rest.'),
  engagement_dates: () => platformProblems.validation_failed('An engagement does not end before it begins.'),
  service_account_name_key: () => problems.service_account_name_taken('A service account has this name.'),
  service_account_no_owner: () =>
    problems.role_unknown('A service account is never an owner: administrator holds the rest.'),
  second_factor_recovery_not_oneself: () =>
    problems.recovery_by_another('Nobody asks for the recovery of their own account.'),
  second_factor_recovery_two_people: () =>
    problems.recovery_by_another('Somebody else approves it: neither who asked for it, nor the person concerned.'),
  second_factor_recovery_open_key: () => problems.recovery_open('A recovery of this person waits for its approval.'),
  BU024: platformProblems.conflict,
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
