import type { Problem, ProblemFactory } from '#kernel/problem.js';
import { authProblems } from '../auth.problems.js';

// Libraries read refusals of a token endpoint as RFC 6749, section 5.2, has them: plain JSON with `error`. The members of
// a problem stand beside it, so that whoever reads those finds them here too.

/** What `error_description` may be made of: printable ASCII without quotation marks and backslashes. */
const NOT_DESCRIBABLE = /[^\x20\x21\x23-\x5b\x5d-\x7e]/g;

function refusal(error: string, factory: ProblemFactory) {
  return (detail: string): Problem => {
    const words = detail.replaceAll(NOT_DESCRIBABLE, '?');
    return factory(words)
      .withMembers({ error, error_description: words })
      .withHeaders({ 'content-type': 'application/json; charset=utf-8', Pragma: 'no-cache' });
  };
}

export const invalidRequest = refusal('invalid_request', authProblems.oauth_invalid_request);
export const unsupportedGrantType = refusal('unsupported_grant_type', authProblems.oauth_unsupported_grant_type);
export const invalidScope = refusal('invalid_scope', authProblems.oauth_invalid_scope);
const unknownClient = refusal('invalid_client', authProblems.oauth_invalid_client);

/** The same words whatever is wrong: nobody learns which clients there are. */
export const invalidClient = (): Problem =>
  unknownClient('The client or its secret is not right.').withHeaders({ 'WWW-Authenticate': 'Basic realm="bureau"' });
