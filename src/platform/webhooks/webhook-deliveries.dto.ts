import { eventTypeRule } from '../events/event-types.js';
import { AtInstant, Choice, Count, List, Ref, Text, Value } from '../http/fields/fields.js';
import { ListOf } from '../listing/page.view.js';
import { attemptOutcomes, type AttemptOutcome } from './webhook-attempt.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ATTEMPTS = 100;

export const deliveryStates = ['pending', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface DeliveryRow {
  id: string;
  endpointId: string;
  eventId: string;
  eventType: string;
  subject: string;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date | null;
  finishedAt: Date | null;
  replayedAt: Date | null;
  replayedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface AttemptRow {
  id: string;
  outcome: AttemptOutcome;
  httpStatus: number | null;
  durationMs: number;
  answerStart: string | null;
  error: string | null;
  recordedAt: Date;
}

export class WebhookDeliveryView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  endpointId: string;

  @Ref({ example: exampleId, description: 'Of the event: `webhook-id` of what is sent, `id` in the feed.' })
  eventId: string;

  @Value(eventTypeRule, { example: 'accounting.journal_entry.posted.v1' })
  eventType: string;

  @Text(200, { example: exampleId, description: 'Of the event: the id of what it happened to.' })
  subject: string;

  @Choice(deliveryStates, {
    name: 'WebhookDeliveryState',
    example: 'delivered',
    description:
      '`pending`: to be tried, or tried again. `failed`: given up after three days, or answered 410; what comes later of the same subject is sent all the same. `cancelled`: the endpoint was archived.',
  })
  state: DeliveryState;

  @Count(0, 2_147_483_647, { example: 1, description: 'Attempts since it was queued, replayed or resumed.' })
  attemptCount: number;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T08:30:05.000Z',
    description: 'When it may be tried next, after what comes before it of the same subject; null when it is over.',
  })
  nextAttemptAt: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:00.000Z' })
  finishedAt: string | null;

  @AtInstant({
    nullable: true,
    example: '2026-01-31T09:00:00.000Z',
    description: 'When somebody had it sent again; null when nobody did.',
  })
  replayedAt: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The person or API key that had it sent again.' })
  replayedById: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: DeliveryRow): WebhookDeliveryView {
    const { id, endpointId, eventId, eventType, subject, state, attempts, replayedBy } = row;
    return {
      id,
      endpointId,
      eventId,
      eventType,
      subject,
      state,
      attemptCount: attempts,
      nextAttemptAt: state === 'pending' ? row.nextAttemptAt!.toISOString() : null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      replayedAt: row.replayedAt?.toISOString() ?? null,
      replayedById: replayedBy,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class WebhookDeliveryList extends ListOf(WebhookDeliveryView) {}

export class WebhookAttemptView {
  @Ref({ example: exampleId })
  id: string;

  @Choice(attemptOutcomes, {
    name: 'WebhookAttemptOutcome',
    example: 'refused',
    description:
      '`delivered`: answered 2xx. `redirected`: 3xx, which is not followed. `refused`: any other status. `timed_out`: no whole answer within 10 seconds. `unreachable`: no connection, or it broke. `address_forbidden`: the host leads to an address that the installation does not call. `not_signed`: the secret cannot be read, since that of the installation has changed; rotate it.',
  })
  outcome: AttemptOutcome;

  @Count(100, 999, { nullable: true, example: 503 })
  httpStatus: number | null;

  @Count(0, 2_147_483_647, { example: 132, description: 'Milliseconds.' })
  durationMs: number;

  @Text(1000, { min: 0, nullable: true, example: 'Service Unavailable', description: 'The beginning of the answer.' })
  answerStart: string | null;

  @Text(500, { nullable: true, example: 'ECONNREFUSED', description: 'Code of the failure, such as `ECONNREFUSED`.' })
  error: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'When it was over.' })
  recordedAt: string;

  static from({ recordedAt, ...row }: AttemptRow): WebhookAttemptView {
    return { ...row, answerStart: row.answerStart?.trim() ?? null, recordedAt: recordedAt.toISOString() };
  }
}

export class WebhookDeliveryDetailView extends WebhookDeliveryView {
  @List(() => WebhookAttemptView, { max: MOST_ATTEMPTS, description: 'The last hundred attempts, the last one first.' })
  attempts: WebhookAttemptView[];
}
