import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { EndpointState } from './endpoint-state.js';
import type {
  ReplayedWebhookEventsView,
  ReplayWebhookEvents,
  WebhookEndpointView,
  WebhookTestView,
} from './webhook-endpoints.dto.js';
import { hold, view } from './webhook-endpoints.service.js';
import { webhookEvents } from './webhook.events.js';
import { webhookPermissions } from './webhook.permissions.js';
import { webhookProblems } from './webhook.problems.js';

const MANAGE = webhookPermissions.manageWebhooks.name;

const CANCEL: Statement = {
  name: 'cancel_webhook_deliveries',
  text: `
    UPDATE platform.webhook_delivery SET state = 'cancelled', claim = NULL, updated_at = now(), finished_at = now()
    WHERE organization_id = $1 AND endpoint_id = $2 AND state = 'pending'`,
};
const START_OVER: Statement = {
  name: 'start_webhook_deliveries_over',
  text: `
    UPDATE platform.webhook_delivery SET attempts = 0, next_attempt_at = now(), updated_at = now()
    WHERE organization_id = $1 AND endpoint_id = $2 AND state = 'pending' AND claim IS NULL`,
};
const FORGIVE: Statement = {
  name: 'forgive_webhook_failure',
  text: 'DELETE FROM platform.webhook_endpoint_failure WHERE organization_id = $1 AND endpoint_id = $2',
};
const REPLAY: Statement = {
  name: 'replay_webhook_events',
  text: `
    WITH queued AS (
      INSERT INTO platform.webhook_delivery AS d
        (organization_id, id, endpoint_id, event_id, event_type, subject, position, replayed_at, replayed_by)
      SELECT $1, gen_random_uuid(), w.id, e.id, e.type, e.subject, e.position, now(), $3
      FROM platform.webhook_endpoint w JOIN platform.outbox_event e ON e.organization_id = w.organization_id
      WHERE w.organization_id = $1 AND w.id = $2 AND e.position IS NOT NULL
        AND e.occurred_at >= $4 AND ($5::timestamptz IS NULL OR e.occurred_at < $5)
        AND e.type <> $6 AND platform.event_type_matches(e.type, w.event_types)
      ON CONFLICT ON CONSTRAINT webhook_delivery_once DO UPDATE
        SET state = 'pending', attempts = 0, next_attempt_at = now(), claim = NULL, updated_at = now(), finished_at = NULL,
            replayed_at = excluded.replayed_at, replayed_by = excluded.replayed_by
        WHERE d.state IN ('failed', 'cancelled') OR ($7 AND d.state = 'delivered')
      RETURNING d.id
    )
    SELECT count(*)::int AS queued FROM queued`,
};

const passes: Readonly<Record<'paused' | 'active' | 'archived', readonly EndpointState[]>> = {
  paused: ['active'],
  active: ['paused', 'disabled'],
  archived: ['active', 'paused', 'disabled'],
};

/** Pauses, resumes, archives and tests endpoints, and sends them again what they missed. */
@Injectable()
export class WebhookEndpointStates {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  pause(id: string, seenVersion: number): Promise<WebhookEndpointView> {
    return this.pass(id, seenVersion, 'paused', []);
  }

  /** What waits for it is sent at once, with three days ahead of it. */
  resume(id: string, seenVersion: number): Promise<WebhookEndpointView> {
    return this.pass(id, seenVersion, 'active', [START_OVER, FORGIVE]);
  }

  archive(id: string, seenVersion: number): Promise<WebhookEndpointView> {
    return this.pass(id, seenVersion, 'archived', [CANCEL, FORGIVE]);
  }

  test(id: string): Promise<WebhookTestView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { state } = await hold(transaction, id);
      if (state === 'disabled') throw transition(state, 'tested');
      return { eventId: await transaction.publish(webhookEvents.endpointTested, id, { webhookEndpointId: id }) };
    });
  }

  replay(id: string, { fromAt, untilAt = null, which = 'undelivered' }: ReplayWebhookEvents) {
    if (untilAt !== null && new Date(untilAt) <= new Date(fromAt)) {
      const message = 'Must be after fromAt.';
      throw platformProblems.validation_failed(message, [{ pointer: '/untilAt', code: 'range_empty', message }]);
    }
    return this.unitOfWork.run(MANAGE, async (transaction): Promise<ReplayedWebhookEventsView> => {
      const { state } = await hold(transaction, id);
      if (state === 'disabled') throw transition(state, 'sent anything');
      const { organizationId, acting } = transaction;
      const { type } = webhookEvents.endpointTested;
      const values = [organizationId, id, acting.actorId, fromAt, untilAt, type, which === 'all'];
      const [row] = await transaction.rows<ReplayedWebhookEventsView & Record<string, unknown>>(REPLAY, values);
      return { queued: row!.queued };
    });
  }

  private pass(
    id: string,
    seenVersion: number,
    to: keyof typeof passes,
    effects: readonly Statement[],
  ): Promise<WebhookEndpointView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const endpoint = await hold(transaction, id, seenVersion);
      if (!passes[to].includes(endpoint.state)) throw transition(endpoint.state, to);
      await transaction.manager.save(Object.assign(endpoint, { state: to, disabledBecause: null }));
      for (const effect of effects) await transaction.rows(effect, [transaction.organizationId, id]);
      return view(transaction, id);
    });
  }
}

const transition = (state: EndpointState, to: string) =>
  webhookProblems.webhook_endpoint_transition(`The endpoint is ${state} and cannot be ${to}.`);
