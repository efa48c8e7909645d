import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi/operation-marks.js';

export const IDEMPOTENCY_KEY = 'bureau:idempotency-key';

/** Required where money or stock moves; elsewhere a caller may send one. */
export type IdempotencyKeyUse = 'required' | 'optional';

/** A command that has one effect for one `Idempotency-Key`, however often it is sent. */
export function Idempotent(use: IdempotencyKeyUse = 'optional') {
  return applyDecorators(
    SetMetadata(IDEMPOTENCY_KEY, use),
    ProblemResponses(409, 422),
    ApiHeader({
      name: 'Idempotency-Key',
      required: use === 'required',
      description:
        'A value of your own, new for each thing to be done (a UUID, say) and the same when you send it again. ' +
        'The same request is done once and answered alike (`Idempotent-Replayed: true`); another request under the same key is refused. Kept for seven days.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
      example: '5f0b7f2e-8d5c-4d0f-9c39-9a2c6d1f7b10',
    }),
  );
}
