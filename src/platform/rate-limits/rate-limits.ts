import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Configuration } from '../config/configuration.js';
import { platformProblems } from '../http/platform.problems.js';
import { Metrics } from '../metrics/metrics.js';
import { isOwnMachine, networkOf } from './address-network.js';
import { quotaHeaders, type QuotaPolicy, type QuotaUse, useOf, WINDOW_SECONDS } from './quota.js';

/** Takes the headers of the answer. */
interface Answer {
  header(name: string, value: string): unknown;
}

interface Limit {
  policy: QuotaPolicy;
  limiter: RateLimiterMemory;
}

const causes = {
  credential: 'This credential has sent too many requests',
  organization: 'The organization has sent too many requests',
  address: 'Too many requests without a valid credential came from your address',
} as const;

/**
 * Bounds how many requests one caller has served: whoever is signed in by credential and organization, everybody else by
 * address. Counted in the memory of the process, so that no request waits for it: several processes admit as many times as
 * much. What costs more than a request, such as guessing passwords, has bounds of its own.
 */
@Injectable()
export class RateLimits {
  private readonly credential: Limit | undefined;
  private readonly organization: Limit | undefined;
  private readonly address: Limit | undefined;
  private readonly refused;

  constructor({ environment }: Configuration, metrics: Metrics) {
    this.credential = limitOf('credential', environment.RATE_LIMIT_CREDENTIAL);
    this.organization = limitOf('organization', environment.RATE_LIMIT_ORGANIZATION);
    this.address = limitOf('address', environment.RATE_LIMIT_ADDRESS);
    this.refused = metrics.counter({
      name: 'bureau_rate_limited_requests_total',
      help: 'Requests that were refused because their caller had sent too many.',
      labels: ['policy'],
    });
  }

  /** @throws Problem too_many_requests with the seconds to wait */
  async admit(answer: Answer, { credentialId, organizationId }: { credentialId: string; organizationId: string }) {
    // What the credential is refused does not count for its organization.
    const uses = await spend(this.credential, credentialId);
    if (!uses.some(({ isSpent }) => isSpent)) uses.push(...(await spend(this.organization, organizationId)));
    this.conclude(answer, uses);
  }

  /** The same for a request without a valid credential; not from this machine. */
  async admitStranger(answer: Answer, address: string): Promise<void> {
    if (!isOwnMachine(address)) this.conclude(answer, await spend(this.address, networkOf(address)));
  }

  private conclude(answer: Answer, uses: readonly QuotaUse[]): void {
    if (uses.length === 0) return;
    for (const [name, value] of Object.entries(quotaHeaders(uses))) answer.header(name, value);
    const spent = uses.find(({ isSpent }) => isSpent);
    if (!spent) return;
    const { policy, seconds } = spent;
    this.refused.inc({ policy: policy.name });
    throw platformProblems
      .too_many_requests(`${causes[policy.name]}: ${policy.requests} a minute are served. Try again in ${seconds} s.`)
      .withHeaders({ 'Retry-After': String(seconds) });
  }
}

function limitOf(name: QuotaPolicy['name'], requests: number): Limit | undefined {
  if (requests === 0) return undefined;
  return { policy: { name, requests }, limiter: new RateLimiterMemory({ points: requests, duration: WINDOW_SECONDS }) };
}

async function spend(limit: Limit | undefined, key: string): Promise<QuotaUse[]> {
  if (!limit) return [];
  try {
    return [useOf(limit.policy, await limit.limiter.consume(key), false)];
  } catch (error) {
    if (error instanceof RateLimiterRes) return [useOf(limit.policy, error, true)];
    throw error;
  }
}
