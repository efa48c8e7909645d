import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { Configuration } from '../config/configuration.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import { EventDispatch } from '../events/event-dispatch.service.js';
import { reasonOf } from '../jobs/job-observer.js';
import { DeliveryClaims, type EndpointKey } from './delivery-claims.service.js';
import { WebhookDelivery } from './webhook-delivery.js';

const MOST_UNDERWAY = 64;
const MOST_OF_ENDPOINT = 8;

/** Milliseconds between looks: soon after work was found, and ever longer while there is none. */
const SHORTEST_PAUSE = 10;
const LONGEST_PAUSE = 500;
const PAUSE_AFTER_FAILURE = 5_000;

/** One probe of the index for each organization that has waiting events, however many it has. */
const WAITING = `
  WITH RECURSIVE waiting AS (
    (SELECT organization_id FROM platform.outbox_event WHERE position IS NULL ORDER BY organization_id LIMIT 1)
    UNION ALL
    SELECT (SELECT e.organization_id FROM platform.outbox_event e
            WHERE e.position IS NULL AND e.organization_id > w.organization_id ORDER BY e.organization_id LIMIT 1)
    FROM waiting w WHERE w.organization_id IS NOT NULL
  )
  SELECT organization_id AS "organizationId" FROM waiting WHERE organization_id IS NOT NULL`;

const DUE = `
  SELECT w.organization_id AS "organizationId", w.id AS "endpointId" FROM platform.webhook_endpoint w
  WHERE w.state = 'active' AND EXISTS (
    SELECT FROM platform.webhook_delivery d
    WHERE d.organization_id = w.organization_id AND d.endpoint_id = w.id AND d.state = 'pending' AND d.next_attempt_at <= now())
  ORDER BY random()`;

/**
 * Brings events from the outbox to the feed and to endpoints: in the worker process, and in the API process on the
 * embedded database. It looks for work by itself, so that nothing is added to what writes events; any number of
 * processes do it side by side.
 */
@Injectable()
export class EventRelay {
  private readonly log = new Logger('Events');
  private readonly stopping = new AbortController();
  private readonly underway = new Map<string, number>();
  private readonly attempts = new Set<Promise<void>>();
  private pool: Pool | undefined;
  private looking: Promise<void> | undefined;
  private wake = () => {};

  constructor(
    private readonly configuration: Configuration,
    private readonly events: EventDispatch,
    private readonly claims: DeliveryClaims,
    private readonly delivery: WebhookDelivery,
  ) {}

  start(): void {
    this.pool = poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    this.looking = this.look(this.pool);
  }

  /** Lets attempts that were begun come to their end. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.attempts);
    await this.pool?.end();
  }

  private async look(pool: Pool): Promise<void> {
    const { signal } = this.stopping;
    let pause = SHORTEST_PAUSE;
    while (!signal.aborted) {
      try {
        const found = (await this.dispatch(pool)) + (await this.deliver(pool));
        pause = found > 0 ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
      } catch (error) {
        this.log.error({ msg: 'Events are not delivered', ...reasonOf(error) });
        pause = PAUSE_AFTER_FAILURE;
      }
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      const cut = new AbortController();
      await Promise.race([delay(pause, undefined, { signal: AbortSignal.any([signal, cut.signal]) }), woken]).catch(
        () => undefined,
      );
      cut.abort();
    }
  }

  /** Organizations one after the other, whatever happens in one of them. */
  private async dispatch(pool: Pool): Promise<number> {
    const { rows } = await pool.query<{ organizationId: string }>(WAITING);
    for (const { organizationId } of rows) {
      if (this.stopping.signal.aborted) return 0;
      await this.events.dispatch(organizationId).catch((error: unknown) => {
        this.log.error({ msg: 'Events of an organization wait', organizationId, ...reasonOf(error) });
      });
    }
    return rows.length;
  }

  private async deliver(pool: Pool): Promise<number> {
    const { rows } = await pool.query<EndpointKey>(DUE);
    let begun = 0;
    for (const endpoint of rows) {
      const here = this.underway.get(endpoint.endpointId) ?? 0;
      const room = Math.min(MOST_OF_ENDPOINT - here, MOST_UNDERWAY - this.attempts.size);
      if (room <= 0 || this.stopping.signal.aborted) continue;
      const claimed = await this.claims.claim(endpoint, room, here);
      for (const delivery of claimed) this.begin(endpoint, () => this.delivery.attempt(delivery));
      begun += claimed.length;
    }
    return begun;
  }

  private begin({ organizationId, endpointId }: EndpointKey, work: () => Promise<void>): void {
    this.underway.set(endpointId, (this.underway.get(endpointId) ?? 0) + 1);
    const attempt = work()
      .catch((error: unknown) => {
        // Its lease ends, and another attempt begins.
        this.log.error({ msg: 'A delivery could not be settled', organizationId, endpointId, ...reasonOf(error) });
      })
      .finally(() => {
        const left = this.underway.get(endpointId)! - 1;
        if (left > 0) this.underway.set(endpointId, left);
        else this.underway.delete(endpointId);
        this.attempts.delete(attempt);
        this.wake();
      });
    this.attempts.add(attempt);
  }
}
