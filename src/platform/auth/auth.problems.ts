import { defineProblems } from '#kernel/problem.js';

export const authProblems = defineProblems({
  password_wrong: { status: 422, title: 'The current password is not right' },
  second_factor_challenge: { status: 401, title: 'The second factor is asked for' },
  second_factor_wrong: { status: 422, title: 'The code is not right, or was used' },
  second_factor_required: { status: 403, title: 'The organization requires a second factor' },
  step_up_required: { status: 403, title: 'The second factor has to be proved again' },
  second_factor_missing: { status: 409, title: 'The person has no second factor' },
  second_factor_confirmed: { status: 409, title: 'The authenticator is confirmed already' },
  second_factor_limit: { status: 409, title: 'The person has as many authenticators as there can be' },
  identity_provider_missing: { status: 404, title: 'No identity provider is configured' },
  identity_not_proved: { status: 401, title: 'The identity provider has not proved who this is' },
  identity_not_known: { status: 401, title: 'Nobody here has this identity' },
  password_reset_not_valid: { status: 422, title: 'The password reset is not valid' },
  // Of RFC 6749, section 5.2, which names them without what stands in front.
  oauth_invalid_request: { status: 400, title: 'The token request is not one of RFC 6749' },
  oauth_unsupported_grant_type: { status: 400, title: 'Access tokens are not given for this grant type' },
  oauth_invalid_scope: { status: 400, title: 'The scope is unknown or not held' },
  oauth_invalid_client: { status: 401, title: 'The client or its secret is not right' },
  password_refused: { status: 422, title: 'The new password cannot be used' },
});
