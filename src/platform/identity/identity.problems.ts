import { defineProblems } from '#kernel/problem.js';

export const identityProblems = defineProblems({
  permission_unknown: { status: 422, title: 'A permission does not exist or cannot be granted' },
  role_unknown: { status: 422, title: 'A role does not exist or is not active' },
  role_code_taken: { status: 409, title: 'A role with this code exists' },
  grant_exceeds_own: { status: 403, title: 'More would be granted than you hold' },
  owner_required: { status: 403, title: 'Only an owner makes and unmakes owners' },
  last_owner: { status: 409, title: 'The organization would be left without an owner' },
  already_member: { status: 409, title: 'The person is a member already' },
  invitation_open: { status: 409, title: 'An invitation to this address is open' },
  invitation_closed: { status: 409, title: 'The invitation was accepted or revoked' },
  test_address_required: { status: 422, title: 'The address is not one for tests' },
  invitation_not_valid: { status: 422, title: 'The invitation is not valid' },
  api_key_name_taken: { status: 409, title: 'An API key with this name exists' },
  recovery_open: { status: 409, title: 'A recovery of this person is open' },
  recovery_closed: { status: 409, title: 'The recovery was approved, canceled, or has expired' },
  recovery_elsewhere: { status: 409, title: 'Another organization vouches for the person' },
  recovery_by_another: { status: 403, title: 'Somebody else has to do this' },
  recovery_pointless: { status: 409, title: 'The person has no second factor' },
  api_key_revoked: { status: 409, title: 'The API key is revoked' },
});
