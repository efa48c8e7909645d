const guard = 'src/platform/auth/access.guard.ts';
const credentials = 'migrations/1764300108001-identity-engaged-credentials.ts';
const secondFactors = 'migrations/1764300070000-identity-second-factor.ts';
const factors = 'src/platform/auth/second-factors/second-factors.repository.ts';
const resets = 'src/platform/auth/password-resets/password-resets.repository.ts';
const waiting = 'src/platform/approvals/inbox/waiting.repository.ts';
const approvals = 'migrations/1764300050000-platform-approval.ts';

/** Who gets in, what they may do, and what nobody does alone. */
export const accessFaults = [
  {
    name: 'guard-permission',
    breaks: 'Whoever is signed in may do everything.',
    file: guard,
    from: 'if (!user.permissions.has(permission)) {',
    to: 'if (!user.permissions) {',
    specs: ['test/security/authorization-matrix.spec.ts'],
  },
  {
    name: 'guard-step-up',
    breaks: 'What is sensitive asks for no fresh proof.',
    file: guard,
    from: "if (user.secondFactor === 'due' && is(STEP_UP_ROUTE)) throw stepUpRequired();",
    to: 'void stepUpRequired;\n    void STEP_UP_ROUTE;',
    specs: ['test/second-factor/step-up.spec.ts'],
  },
  {
    name: 'guard-second-factor',
    breaks: 'An organization that requires a second factor lets its members in without.',
    file: guard,
    from: "if (user.secondFactor === 'missing' && !is(WITHOUT_SECOND_FACTOR)) throw required();",
    to: 'void required;\n    void WITHOUT_SECOND_FACTOR;',
    specs: ['test/second-factor/policy.spec.ts'],
  },
  {
    name: 'session-end-not-asked',
    breaks: 'A session that was ended goes on until its access token ends.',
    file: credentials,
    from: 'WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now()',
    to: 'WHERE s.id = ANY (sessions) AND s.expires_at > now()',
    specs: ['test/platform/sessions.spec.ts'],
  },
  {
    name: 'key-revocation-not-asked',
    breaks: 'An API key that was revoked goes on opening.',
    file: credentials,
    from: 'WHERE k.revoked_at IS NULL AND (k.expires_at',
    to: 'WHERE (k.expires_at',
    specs: ['test/identity/api-keys.spec.ts'],
  },
  {
    name: 'key-scope-of-person',
    breaks: 'An API key may what it was given, whatever its person may by now.',
    file: 'src/platform/auth/principals.service.ts',
    from: 'const permissions = this.permissions.ofKey(scope, person);',
    to: 'const permissions = this.permissions.ofPerson(scope);',
    specs: ['test/identity/api-keys.spec.ts'],
  },
  {
    name: 'refresh-token-reuse',
    breaks: 'A refresh token that comes back ends nothing.',
    file: 'migrations/1764000001000-identity.ts',
    from: "UPDATE identity.session s SET ended_at = now(), ended_because = 'token_reused' WHERE s.id = session.id;",
    to: '',
    specs: ['test/platform/sessions.spec.ts'],
  },
  {
    name: 'token-audience',
    breaks: 'Tokens that we signed for another purpose are access tokens.',
    file: 'src/platform/auth/access-tokens.ts',
    from: 'issuer: ISSUER,\n        audience: AUDIENCE,\n        requiredClaims',
    to: 'issuer: ISSUER,\n        requiredClaims',
    specs: ['test/platform/access-tokens.spec.ts'],
  },
  {
    name: 'throttle-of-passwords',
    breaks: 'Passwords are guessed as fast as they can be sent.',
    file: 'src/platform/auth/sign-in-throttle.ts',
    from: 'if (seconds > 0) throw tooMany(seconds);',
    to: 'if (seconds > 86_400) throw tooMany(seconds);',
    specs: ['src/platform/auth/sign-in-throttle.spec.ts'],
  },
  {
    name: 'rate-limit-uncounted',
    breaks: 'Nobody is ever refused for sending too much.',
    file: 'src/platform/rate-limits/rate-limits.ts',
    from: 'if (error instanceof RateLimiterRes) return [useOf(limit.policy, error, true)];',
    to: 'if (error instanceof RateLimiterRes) return [useOf(limit.policy, error, false)];',
    specs: ['test/platform/rate-limits.spec.ts'],
  },
  {
    name: 'code-used-twice',
    breaks: 'A code of an authenticator counts as often as it is sent.',
    edits: [
      {
        file: factors,
        from: 'AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING id',
        to: 'AND confirmed_at IS NOT NULL RETURNING id',
      },
      { file: secondFactors, from: 'IF NEW.last_step <= OLD.last_step THEN', to: 'IF NEW.last_step < 0 THEN' },
    ],
    specs: ['test/second-factor/sign-in.spec.ts', 'test/second-factor/walls.spec.ts'],
  },
  {
    name: 'code-wall-alone',
    breaks: 'The database lets a code of an authenticator count twice.',
    file: secondFactors,
    from: 'IF NEW.last_step <= OLD.last_step THEN',
    to: 'IF NEW.last_step < OLD.last_step THEN',
    specs: ['test/second-factor/walls.spec.ts'],
  },
  {
    name: 'recovery-code-used-twice',
    breaks: 'A recovery code works as often as it is sent.',
    edits: [
      {
        file: factors,
        from: 'AND code_hash = $2 AND used_at IS NULL RETURNING user_id',
        to: 'AND code_hash = $2 RETURNING user_id',
      },
      {
        file: secondFactors,
        from: 'FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION identity.check_recovery_code();',
        to: 'FOR EACH ROW WHEN (false) EXECUTE FUNCTION identity.check_recovery_code();',
      },
    ],
    specs: ['test/second-factor/sign-in.spec.ts', 'test/second-factor/walls.spec.ts'],
  },
  {
    name: 'secret-of-authenticator-in-clear',
    breaks: 'Secrets of authenticators are kept as they are.',
    file: 'src/platform/auth/second-factors/totp-secrets.ts',
    from: 'return sealText(this.key, secret, id);',
    to: 'return Buffer.concat([sealText(this.key, secret, id), Buffer.from(secret)]);',
    specs: ['test/second-factor/sign-in.spec.ts'],
  },
  {
    name: 'reset-token-twice',
    breaks: 'The token of a mail sets the password as often as it is sent.',
    edits: [
      {
        file: resets,
        from: 'WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.expires_at > now()',
        to: 'WHERE r.token_hash = $1 AND r.expires_at > now()',
      },
      {
        file: resets,
        from: 'WHERE id = $1 AND used_at IS NULL AND expires_at > now() RETURNING user_id',
        to: 'WHERE id = $1 AND expires_at > now() RETURNING user_id',
      },
      {
        file: 'migrations/1764300061000-identity-password-reset.ts',
        from: 'FOR EACH ROW WHEN (OLD.used_at IS NOT NULL)',
        to: 'FOR EACH ROW WHEN (false)',
      },
    ],
    specs: ['test/identity/password-resets.spec.ts'],
  },
  {
    name: 'reset-keeps-sessions',
    breaks: 'Whoever was in stays in when the password is reset.',
    file: resets,
    from: 'WHERE user_id = $1 AND ended_at IS NULL\n    )',
    to: 'WHERE user_id = $1 AND ended_at IS NOT NULL\n    )',
    specs: ['test/identity/password-resets.spec.ts'],
  },
  {
    name: 'maker-is-checker',
    breaks: 'Whoever asks for an approval gives it.',
    edits: [
      {
        file: 'src/platform/approvals/requests/request-decisions.service.ts',
        from: 'if (request.authorIds.includes(personId)) {',
        to: "if (request.authorIds.includes('')) {",
      },
      { file: waiting, from: 'WHERE p.id <> ALL (r.author_ids) AND (', to: 'WHERE (' },
      { file: waiting, from: "AND r.state = 'pending' AND $2 <> ALL (r.author_ids)", to: "AND r.state = 'pending'" },
      {
        file: approvals,
        from: 'ELSIF NEW.person_id = ANY (request.author_ids) OR approver = ANY (request.author_ids) THEN',
        to: 'ELSIF false THEN',
      },
    ],
    specs: ['test/approvals/own-approvals.spec.ts'],
  },
  {
    name: 'maker-is-checker-in-database',
    breaks: 'The database takes the approval of whoever asked for it.',
    file: approvals,
    from: 'ELSIF NEW.person_id = ANY (request.author_ids) OR approver = ANY (request.author_ids) THEN',
    to: 'ELSIF false THEN',
    specs: ['test/accounting/ledger-approvals.spec.ts'],
  },
  {
    name: 'maker-by-credential',
    breaks: 'An API key counts as another person than its own.',
    file: 'src/platform/idempotency/acting.interceptor.ts',
    from: 'personId: user.userId,',
    to: 'personId: user.apiKeyId ?? user.userId,',
    specs: ['test/approvals/own-approvals.spec.ts'],
  },
  {
    name: 'approval-of-something-else',
    breaks: 'What is approved need not be what was shown.',
    file: 'src/platform/approvals/requests/request-decisions.service.ts',
    from: 'if (contentHash !== request.contentHash) {',
    to: "if (contentHash === '') {",
    specs: ['test/approvals/decisions.spec.ts'],
  },
  {
    name: 'approval-not-needed',
    breaks: 'The database posts what a policy covers without its approval.',
    file: 'migrations/1764400095000-accounting-approval-of-documents.ts',
    from: 'IF governed THEN',
    to: 'IF governed AND false THEN',
    specs: ['test/accounting/ledger-approvals.spec.ts'],
  },
  {
    name: 'quorum-of-one',
    breaks: 'One approval is enough where several are asked for.',
    file: 'src/platform/approvals/requests/quorum.ts',
    from: 'if (approvedBy.length < required) return false;',
    to: 'if (approvedBy.length < 1) return false;',
    specs: ['src/platform/approvals/requests/quorum.spec.ts'],
  },
];
