import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import {
  type AttemptRow,
  type DeliveryRow,
  WebhookAttemptView,
  type WebhookDeliveryDetailView,
  WebhookDeliveryView,
} from './webhook-deliveries.dto.js';
import { webhookDeliveryColumns } from './webhook-deliveries.list.js';
import { hold } from './webhook-endpoints.service.js';
import { webhookPermissions } from './webhook.permissions.js';
import { webhookProblems } from './webhook.problems.js';

const FIND: Statement = {
  name: 'find_webhook_delivery',
  text: [
    'SELECT',
    webhookDeliveryColumns,
    'FROM platform.webhook_delivery delivery WHERE delivery.organization_id = $1 AND delivery.id = $2',
  ].join(' '),
};
const ATTEMPTS: Statement = {
  name: 'find_webhook_attempts',
  text: `
    SELECT a.id, a.outcome, a.http_status AS "httpStatus", a.duration_ms AS "durationMs", a.answer_start AS "answerStart",
           a.error, a.recorded_at AS "recordedAt"
    FROM platform.webhook_attempt a WHERE a.organization_id = $1 AND a.delivery_id = $2
    ORDER BY a.recorded_at DESC, a.id DESC LIMIT 100`,
};
const REPLAY: Statement = {
  name: 'replay_webhook_delivery',
  text: `
    UPDATE platform.webhook_delivery
    SET state = 'pending', attempts = 0, next_attempt_at = now(), updated_at = now(), finished_at = NULL,
        replayed_at = now(), replayed_by = $3
    WHERE organization_id = $1 AND id = $2 AND state <> 'pending' RETURNING id`,
};

/** What was sent where, and what came of it. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<WebhookDeliveryView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<DeliveryRow & QueryResultRow>(transaction, {
        columns: webhookDeliveryColumns,
        from: 'platform.webhook_delivery delivery',
        where: 'delivery.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => WebhookDeliveryView.from(row));
    });
  }

  find(id: string): Promise<WebhookDeliveryDetailView> {
    return this.unitOfWork.read(async (transaction) => {
      const delivery = WebhookDeliveryView.from(await load(transaction, id));
      const values = [transaction.organizationId, id];
      const attempts = await transaction.rows<AttemptRow & QueryResultRow>(ATTEMPTS, values);
      return { ...delivery, attempts: attempts.map((row) => WebhookAttemptView.from(row)) };
    });
  }

  replay(id: string): Promise<WebhookDeliveryView> {
    return this.unitOfWork.run(webhookPermissions.manageWebhooks.name, async (transaction) => {
      const { endpointId } = await load(transaction, id);
      await hold(transaction, endpointId);
      const { organizationId, acting } = transaction;
      const replayed = await transaction.rows(REPLAY, [organizationId, id, acting.actorId]);
      if (replayed.length === 0) throw webhookProblems.webhook_delivery_pending('It waits or is tried already.');
      return WebhookDeliveryView.from(await load(transaction, id));
    });
  }
}

async function load(transaction: Transaction, id: string): Promise<DeliveryRow> {
  const [row] = await transaction.rows<DeliveryRow & QueryResultRow>(FIND, [transaction.organizationId, id]);
  if (!row) throw platformProblems.not_found(`There is no webhook delivery ${id}.`);
  return row;
}
