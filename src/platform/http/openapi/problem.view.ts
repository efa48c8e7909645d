import { Code, Count, List, Text, Value } from '../fields/fields.js';

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
}
