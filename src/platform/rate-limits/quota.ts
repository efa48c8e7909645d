import type { RateLimiterRes } from 'rate-limiter-flexible';

/** Requests are counted over this many seconds, from the first one on. */
export const WINDOW_SECONDS = 60;

/** How many requests of one kind of caller are admitted in a window. */
export interface QuotaPolicy {
  name: 'credential' | 'organization' | 'address';
  requests: number;
}

/** What is left of a policy's quota after a request, or before the next window where it was refused. */
export interface QuotaUse {
  policy: QuotaPolicy;
  remaining: number;
  /** Until the quota is whole again. */
  seconds: number;
  isSpent: boolean;
}

/** @param isSpent whether the request was one too many */
export function useOf(
  policy: QuotaPolicy,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
  isSpent: boolean,
): QuotaUse {
  return {
    policy,
    remaining: Math.max(0, remainingPoints),
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    isSpent,
  };
}

/**
 * The fields of draft-ietf-httpapi-ratelimit-headers-10: lists of strings with parameters (RFC 9651), one member for each
 * policy that the request counts under.
 */
export function quotaHeaders(uses: readonly QuotaUse[]): Record<'RateLimit-Policy' | 'RateLimit', string> {
  const policies = uses.map(({ policy }) => `"${policy.name}";q=${policy.requests};w=${WINDOW_SECONDS}`);
  const left = uses.map(({ policy, remaining, seconds }) => `"${policy.name}";r=${remaining};t=${seconds}`);
  return { 'RateLimit-Policy': policies.join(', '), RateLimit: left.join(', ') };
}
