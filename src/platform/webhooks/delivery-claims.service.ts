import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '../database/acting.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { EventRow } from '../events/cloud-event.js';
import { Notifications } from '../notifications/notifications.service.js';
import { retryDelay } from './webhook-attempt.js';
import type { Attempt } from './webhook-sender.js';
import { webhookEvents } from './webhook.events.js';
import { webhookNotifications } from './webhook.notifications.js';
import { webhookPermissions } from './webhook.permissions.js';

const ACTION = 'platform.webhook_delivery.attempt';

/** An endpoint of an organization. */
export interface EndpointKey {
  organizationId: string;
  endpointId: string;
}

/** A delivery that this process alone may try until its lease ends, and the event. */
export interface ClaimedDelivery extends EventRow {
  deliveryId: string;
  endpointId: string;
  claim: string;
  attempts: number;
  url: string;
  secretCipher: Buffer;
  /** While it signs as well. */
  previousSecretCipher: Buffer | null;
}

/**
 * The first of each subject that is due. An endpoint that fails gets one at a time. The lease outlasts an attempt; that
 * of a worker that died ends by itself. Statistics know of no backlog, so what is earlier is asked for each: NOT EXISTS would be
 * joined, all that waits to all that waits.
 */
const CLAIM: Statement = {
  name: 'claim_webhook_deliveries',
  text: `
    WITH due AS (
      SELECT d.id FROM platform.webhook_delivery d
      WHERE d.organization_id = $1 AND d.endpoint_id = $2 AND d.state = 'pending' AND d.next_attempt_at <= now()
        AND (SELECT true FROM platform.webhook_delivery earlier
             WHERE earlier.organization_id = $1 AND earlier.endpoint_id = $2 AND earlier.state = 'pending'
               AND earlier.subject = d.subject AND earlier.position < d.position LIMIT 1) IS NULL
      ORDER BY d.next_attempt_at, d.position
      LIMIT CASE WHEN EXISTS (SELECT FROM platform.webhook_endpoint_failure f WHERE f.organization_id = $1 AND f.endpoint_id = $2)
                 THEN greatest(1 - $4::integer, 0) ELSE $3::integer END
      FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE platform.webhook_delivery d SET claim = $5, next_attempt_at = now() + interval '60 seconds'
      FROM due WHERE d.organization_id = $1 AND d.id = due.id
      RETURNING d.id, d.event_id, d.attempts, d.position
    )
    SELECT c.id AS "deliveryId", $2::uuid AS "endpointId", $5::uuid AS claim, c.attempts, w.url,
           w.secret_cipher AS "secretCipher",
           CASE WHEN w.rotation_ends_at > now() THEN w.previous_secret_cipher END AS "previousSecretCipher",
           e.id, e.organization_id AS "organizationId", e.type, e.subject, e.position::text AS position,
           e.occurred_at AS "occurredAt", e.data, o.is_test AS "isTest"
    FROM claimed c
    JOIN platform.organization o ON o.id = $1
    JOIN platform.webhook_endpoint w ON w.organization_id = $1 AND w.id = $2 AND w.state = 'active'
    JOIN platform.outbox_event e ON e.organization_id = $1 AND e.id = c.event_id
    ORDER BY c.position`,
};

/** Nothing where the delivery was cancelled meanwhile, or its lease is another worker's. */
const SETTLE: Statement = {
  name: 'settle_webhook_delivery',
  text: `
    WITH settled AS (
      UPDATE platform.webhook_delivery d
      SET state = $4, attempts = d.attempts + 1, claim = NULL, updated_at = now(),
          next_attempt_at = now() + $5::integer * interval '1 millisecond',
          finished_at = CASE WHEN $4 <> 'pending' THEN now() END
      WHERE d.organization_id = $1 AND d.id = $2 AND d.claim = $3
      RETURNING d.id, d.endpoint_id
    ), noted AS (
      INSERT INTO platform.webhook_attempt
        (organization_id, id, delivery_id, outcome, http_status, duration_ms, answer_start, error)
      SELECT $1, $6, s.id, $7, $8, $9, $10, $11 FROM settled s
    ), healed AS (
      DELETE FROM platform.webhook_endpoint_failure f USING settled s
      WHERE $7 = 'delivered' AND f.organization_id = $1 AND f.endpoint_id = s.endpoint_id
    )
    INSERT INTO platform.webhook_endpoint_failure (organization_id, endpoint_id)
    SELECT $1, s.endpoint_id FROM settled s WHERE $7 <> 'delivered'
    ON CONFLICT DO NOTHING`,
};

const DISABLE: Statement = {
  name: 'disable_webhook_endpoint',
  text: `
    UPDATE platform.webhook_endpoint w
    SET state = 'disabled', disabled_because = CASE WHEN $3 THEN 'gone' ELSE 'failing' END,
        version = w.version + 1, updated_at = now()
    WHERE w.organization_id = $1 AND w.id = $2 AND w.state = 'active' AND ($3 OR EXISTS (
      SELECT FROM platform.webhook_endpoint_failure f
      WHERE f.organization_id = $1 AND f.endpoint_id = $2 AND f.failing_since < now() - interval '3 days'))
    RETURNING w.disabled_because AS because`,
};

const GONE = 410;

/** Takes deliveries on, and tells what came of them; each in a transaction of its own, with nothing sent inside. */
@Injectable()
export class DeliveryClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  /**
   * @param room how many more the process takes for this endpoint
   * @param underway how many it is trying
   */
  claim({ organizationId, endpointId }: EndpointKey, room: number, underway: number): Promise<ClaimedDelivery[]> {
    const values = [organizationId, endpointId, room, underway, newId()];
    return asSystem(organizationId, () =>
      this.unitOfWork.run(ACTION, (transaction) => transaction.rows<ClaimedDelivery & QueryResultRow>(CLAIM, values)),
    );
  }

  settle(delivery: ClaimedDelivery, attempt: Attempt): Promise<void> {
    const { organizationId, endpointId, deliveryId, claim, attempts } = delivery;
    const { outcome, httpStatus, durationMs, answerStart, error } = attempt;
    const isOver = outcome === 'delivered' || httpStatus === GONE;
    const delay = isOver ? undefined : retryDelay(attempts + 1, Math.random());
    const state = outcome === 'delivered' ? 'delivered' : delay === undefined ? 'failed' : 'pending';
    const result = [newId(), outcome, httpStatus, durationMs, answerStart, error];
    return asSystem(organizationId, () =>
      this.unitOfWork.run(ACTION, async (transaction) => {
        await transaction.rows(SETTLE, [organizationId, deliveryId, claim, state, delay ?? 0, ...result]);
        if (outcome === 'delivered') return;
        if (state === 'failed') await this.tellDeadLetter(transaction, delivery);
        const [disabled] = await transaction.rows<{ because: 'gone' | 'failing' }>(DISABLE, [
          organizationId,
          endpointId,
          httpStatus === GONE,
        ]);
        if (!disabled) return;
        const data = { webhookEndpointId: endpointId, disabledBecause: disabled.because };
        await transaction.publish(webhookEvents.endpointDisabled, endpointId, data);
      }),
    );
  }

  /** Once for all of an endpoint, until it is read. */
  private async tellDeadLetter(transaction: Transaction, { endpointId, url }: ClaimedDelivery): Promise<void> {
    const to = await this.notifications.holdersOf(transaction, webhookPermissions.manageWebhooks);
    const notice = { to, subjectId: endpointId, data: { url } };
    await this.notifications.notify(transaction, webhookNotifications.deadLetters, notice);
  }
}

function asSystem<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  return actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set(), requestId: newId() }, work);
}
