import { PartialType } from '@nestjs/swagger';
import { eventTypePatternRule } from '../events/event-types.js';
import { AtInstant, Choice, Count, Ref, Secret, Text, Value, Values } from '../http/fields/fields.js';
import { type CodeLimits, codeRule } from '../http/fields/text-rules.js';
import { ListOf } from '../listing/page.view.js';
import { type DisabledBecause, disablingReasons, type EndpointState, endpointStates } from './endpoint-state.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleUrl = 'https://shop.example.com/hooks/bureau';
const MOST_TYPES = 100;

const urlLimits: CodeLimits = { max: 2000, pattern: String.raw`^https?://[!-\[\]-~]+$`, words: 'a URL' };
const webhookUrlRule = codeRule(urlLimits);

const eventTypes = {
  min: 1,
  max: MOST_TYPES,
  example: ['accounting.journal_entry.posted.v1', 'accounting.fiscal_period.*'],
  description:
    'Which events are sent: types of `GET /v1/event-types`, beginnings of some with `.*` behind them, or `*` for all, those of later releases included.',
};

export class CreateWebhookEndpoint {
  @Value(webhookUrlRule, {
    example: exampleUrl,
    description:
      'Where events are sent by POST. `https` on a port that the installation allows, a host of the public internet; no user name, no password, no fragment. One endpoint that is not archived has it.',
  })
  url: string;

  @Text(500, { optional: true, nullable: true, example: 'Web shop, stock page' })
  description?: string | null;

  @Values(eventTypePatternRule, eventTypes)
  eventTypes: string[];
}

export class UpdateWebhookEndpoint extends PartialType(CreateWebhookEndpoint) {}

export class WebhookEndpointView {
  @Ref({ example: exampleId })
  id: string;

  @Value(webhookUrlRule, { example: exampleUrl })
  url: string;

  @Text(500, { nullable: true, example: 'Web shop, stock page' })
  description: string | null;

  @Values(eventTypePatternRule, eventTypes)
  eventTypes: string[];

  @Choice(endpointStates, {
    name: 'WebhookEndpointState',
    example: 'active',
    description:
      '`paused`: events are kept for it and sent when it is resumed. `disabled`: by the system; events are not kept for it, but can be replayed. `archived`: for good.',
  })
  state: EndpointState;

  @Choice(disablingReasons, {
    name: 'WebhookDisablingReason',
    nullable: true,
    example: 'failing',
    description:
      'Why the system disabled it: it answered 410 (`gone`), or nothing got through for three days (`failing`).',
  })
  disabledBecause: DisabledBecause | null;

  @AtInstant({
    nullable: true,
    example: '2026-02-01T08:30:00.000Z',
    description: 'Until then the secret before the last rotation signs as well.',
  })
  previousSecretExpiresAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(endpoint: Omit<WebhookEndpoint, 'organizationId' | 'secretCipher' | 'previousSecretCipher'>) {
    const { id, url, description, eventTypes: types, state, disabledBecause, version } = endpoint;
    return {
      id,
      url,
      description,
      eventTypes: types,
      state,
      disabledBecause,
      previousSecretExpiresAt: endpoint.rotationEndsAt?.toISOString() ?? null,
      version,
      createdAt: endpoint.createdAt.toISOString(),
      updatedAt: endpoint.updatedAt.toISOString(),
    };
  }
}

export class WebhookEndpointList extends ListOf(WebhookEndpointView) {}

export class WebhookEndpointWithSecretView extends WebhookEndpointView {
  @Secret(128, {
    example: '••••••••••••••••',
    description: 'Shown this once: `whsec_` and 32 octets in Base64. It signs what is sent, see docs/webhooks.md.',
  })
  secret: string;
}

export class WebhookTestView {
  @Ref({ example: exampleId, description: 'Of the event that is sent: `eventId` of its delivery.' })
  eventId: string;
}

export const replayChoices = ['undelivered', 'all'] as const;

export class ReplayWebhookEvents {
  @AtInstant({ example: '2026-01-31T00:00:00Z', description: 'Events that happened then or later.' })
  fromAt: string;

  @AtInstant({
    optional: true,
    nullable: true,
    example: '2026-01-31T12:00:00Z',
    description: 'Events that happened before then; until now where left out.',
  })
  untilAt?: string | null;

  @Choice(replayChoices, {
    name: 'WebhookReplayChoice',
    optional: true,
    example: 'undelivered',
    description: '`undelivered`, as where left out: what did not reach it, or was never sent. `all`: what did as well.',
  })
  which?: (typeof replayChoices)[number];
}

export class ReplayedWebhookEventsView {
  @Count(0, Number.MAX_SAFE_INTEGER, { example: 12, description: 'How many events are sent again, in their order.' })
  queued: number;
}
