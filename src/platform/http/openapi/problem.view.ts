import { choiceRule } from '../fields/choice-rules.js';
import { AtInstant, Code, Count, List, Nested, Secret, Text, Value, Values } from '../fields/fields.js';

/** One finding inside a problem. */
export class ProblemErrorView {
  // Names in it are the caller's, whatever characters they have.
  @Value(
    { schema: { type: 'string', maxLength: 1000 }, check: () => undefined },
    {
      example: '/lines/0/debit',
      description:
        'Place of the finding: a JSON pointer (RFC 6901) into the body, `?name` for a query parameter, `{name}` for a part of the path, or the name of a header field. Empty for the whole body, as with a file, where `line` tells the place.',
    },
  )
  pointer: string;

  @Code(100, { example: 'too_many_decimals', description: 'Stable name of the broken rule.' })
  code: string;

  @Text(2000, { example: 'Must have at most 6 decimals.', description: 'What to send instead, for people.' })
  message: string;

  @Count(1, Number.MAX_SAFE_INTEGER, { optional: true, example: 3, description: 'Line of an imported file, from 1.' })
  line?: number;
}

export const secondFactorMethods = ['totp', 'recovery_code'] as const;

/** What a sign-in with the right password goes on with, where the person has a second factor. */
export class SignInChallengeView {
  @Secret(2000, { example: '••••••••••••••••', description: 'Send it to `POST /v1/auth/login/second-factor`.' })
  token: string;

  @Values(choiceRule(secondFactorMethods, 'SecondFactorMethod'), {
    max: 2,
    example: ['totp', 'recovery_code'],
    description: 'What the person can prove it with: a code of an authenticator, a recovery code.',
  })
  methods: (typeof secondFactorMethods)[number][];

  @AtInstant({ example: '2026-01-31T08:35:00.000Z', description: 'Five minutes after the password.' })
  expiresAt: string;
}

/** A refusal as RFC 9457 lays it out. Programs decide by `code`; the other members are for people. */
export class ProblemView {
  @Text(200, { example: 'urn:bureau:problem:validation_failed', description: 'Names the kind of problem.' })
  type: string;

  @Text(200, { example: 'A field breaks its rule', description: 'Short summary, the same for every occurrence.' })
  title: string;

  @Count(400, 599, { example: 422, description: 'The HTTP status.' })
  status: number;

  @Text(4000, { example: 'Must have at most 6 decimals.', description: 'What is wrong with this request.' })
  detail: string;

  @Text(4000, {
    optional: true,
    example: '/v1/accounting/journal-entries',
    description: 'The path that was asked for.',
  })
  instance?: string;

  @Code(100, { example: 'validation_failed', description: 'Stable name of the problem; new ones may appear.' })
  code: string;

  @Text(100, { example: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64', description: 'Id of the request, also in the log.' })
  requestId: string;

  @List(() => ProblemErrorView, {
    max: 100,
    description: 'Where the request is wrong; empty when it is the request as a whole.',
  })
  errors: ProblemErrorView[];

  @Nested(() => SignInChallengeView, {
    optional: true,
    description: 'Only with `second_factor_challenge`: the password is right, and the second factor is asked for.',
  })
  challenge?: SignInChallengeView;
}
