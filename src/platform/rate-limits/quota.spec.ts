import { RateLimiterRes } from 'rate-limiter-flexible';
import { type QuotaPolicy, quotaHeaders, useOf } from './quota.js';

const credential: QuotaPolicy = { name: 'credential', requests: 100 };
const organization: QuotaPolicy = { name: 'organization', requests: 400 };

it('tells each policy and what is left of it', () => {
  const uses = [
    useOf(credential, new RateLimiterRes(99, 59_001, 1, true), false),
    useOf(organization, new RateLimiterRes(7, 12_000, 393, false), false),
  ];
  expect(quotaHeaders(uses)).toEqual({
    'RateLimit-Policy': '"credential";q=100;w=60, "organization";q=400;w=60',
    RateLimit: '"credential";r=99;t=60, "organization";r=7;t=12',
  });
});

it.each([
  ['at the end of the window', 0, 0, { remaining: 0, seconds: 1 }],
  ['beyond the quota', -3, 1, { remaining: 0, seconds: 1 }],
])('never tells less than nothing, nor to come back at once, %s', (_, left, milliseconds, expected) => {
  expect(useOf(credential, new RateLimiterRes(left, milliseconds), true)).toMatchObject({ ...expected, isSpent: true });
});
