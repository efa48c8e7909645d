import type { EventDeclaration } from '../events/event-declaration.js';
import { Choice, Ref } from '../http/fields/fields.js';
import { type DisabledBecause, disablingReasons } from './endpoint-state.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class WebhookEndpointTestedData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  webhookEndpointId: string;
}

class WebhookEndpointDisabledData extends WebhookEndpointTestedData {
  @Choice(disablingReasons, { name: 'WebhookDisablingReason', example: 'failing' })
  disabledBecause: DisabledBecause;
}

export const webhookEvents = {
  endpointTested: {
    type: 'platform.webhook_endpoint.tested.v1',
    description:
      'Somebody asked for a test of a webhook endpoint. It is sent to that endpoint alone, whatever types it takes.',
    data: WebhookEndpointTestedData,
    example: { webhookEndpointId: exampleId },
  } satisfies EventDeclaration<WebhookEndpointTestedData>,
  endpointDisabled: {
    type: 'platform.webhook_endpoint.disabled.v1',
    description:
      'Nothing got through to an endpoint for three days, or it answered 410: nothing is sent there any more until somebody resumes it.',
    data: WebhookEndpointDisabledData,
    example: { webhookEndpointId: exampleId, disabledBecause: 'failing' },
  } satisfies EventDeclaration<WebhookEndpointDisabledData>,
} as const;
