import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';
import { deliveryStates } from './webhook-deliveries.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const webhookDeliveryList = defineList({
  name: 'webhookDelivery',
  id: 'delivery.id',
  updatedAt: 'delivery.updated_at',
  filters: {
    endpointId: filter.ref('delivery.endpoint_id', { description: 'Deliveries to this endpoint.', example: exampleId }),
    eventId: filter.ref('delivery.event_id', { description: 'Deliveries of this event.', example: exampleId }),
    eventType: filter.text('delivery.event_type', {
      description: 'Deliveries of events of this type.',
      example: 'accounting.journal_entry.posted.v1',
    }),
    subject: filter.text('delivery.subject', {
      description: 'Deliveries of what happened to this record.',
      example: exampleId,
    }),
    state: filter.choice('delivery.state', deliveryStates, {
      name: 'WebhookDeliveryState',
      description: 'Deliveries in this state; `failed` are the dead letters.',
      example: 'failed',
    }),
    createdAt: filter.instant('delivery.created_at', {
      description: 'When the delivery was queued.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'delivery.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const webhookDeliveryColumns = `
  delivery.id, delivery.endpoint_id AS "endpointId", delivery.event_id AS "eventId",
  delivery.event_type AS "eventType", delivery.subject, delivery.state, delivery.attempts,
  delivery.next_attempt_at AS "nextAttemptAt", delivery.finished_at AS "finishedAt",
  delivery.replayed_at AS "replayedAt", delivery.replayed_by AS "replayedBy",
  delivery.created_at AS "createdAt", delivery.updated_at AS "updatedAt"`;
