import { applyDecorators, type CanActivate, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { addMonths, type CalendarDate } from '#kernel/calendar-date.js';
import { DeprecatedOperation } from './openapi/operation-marks.js';

/** Months that a deprecated operation still works. */
const LEAST_MONTHS = 12;

export interface Deprecation {
  /** Day from which on clients should not begin to use the operation. */
  since: string;
  /** Day from which on it may be gone: at least twelve months later. */
  sunset: string;
  /** Address of the operation to use instead, such as `/v1/accounting/journal-entries`, where there is one. */
  successor?: string;
}

const DEPRECATION_HEADERS = 'bureau:deprecation-headers';

/**
 * An operation that will go. Its answers, refusals among them, say so: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a
 * `Link` to the successor; the API document marks it.
 *
 * @throws RangeError when clients would have less than twelve months
 */
export function Deprecated(deprecation: Deprecation) {
  const { since, sunset, successor } = deprecation;
  if (sunset < addMonths(since as CalendarDate, LEAST_MONTHS)) {
    throw new RangeError(`Clients have ${LEAST_MONTHS} months from ${since} on: the sunset cannot be ${sunset}.`);
  }
  return applyDecorators(
    SetMetadata(DEPRECATION_HEADERS, headersOf(deprecation)),
    DeprecatedOperation({ since, sunset, successor }),
  );
}

function headersOf({ since, sunset, successor }: Deprecation): Record<string, string> {
  return {
    Deprecation: `@${Date.parse(since) / 1000}`,
    Sunset: new Date(sunset).toUTCString(),
    ...(successor && { Link: `<${successor}>; rel="successor-version"` }),
  };
}

/** Comes before the guards that may refuse the request. */
export class DeprecationGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const headers = Reflect.getMetadata(DEPRECATION_HEADERS, context.getHandler()) as
      Record<string, string> | undefined;
    if (headers) context.switchToHttp().getResponse<FastifyReply>().headers(headers);
    return true;
  }
}
