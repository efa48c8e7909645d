import { defineList } from '../listing/define-list.js';
import { filter } from '../listing/filter.js';
import { endpointStates } from './endpoint-state.js';

export const webhookEndpointList = defineList({
  name: 'webhookEndpoint',
  id: 'endpoint.id',
  updatedAt: 'endpoint.updated_at',
  filters: {
    state: filter.choice('endpoint.state', endpointStates, {
      name: 'WebhookEndpointState',
      description: 'Endpoints in this state.',
      example: 'active',
    }),
    url: filter.text('endpoint.url', {
      description: 'The endpoint with this address.',
      example: 'https://shop.example.com/hooks/bureau',
    }),
  },
  sorts: { createdAt: { column: 'endpoint.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

/** What is shown of an endpoint; its secrets are not. */
export const webhookEndpointColumns = `
  endpoint.id, endpoint.url, endpoint.description, endpoint.event_types AS "eventTypes", endpoint.state,
  endpoint.disabled_because AS "disabledBecause", endpoint.version,
  CASE WHEN endpoint.rotation_ends_at > now() THEN endpoint.rotation_ends_at END AS "rotationEndsAt",
  endpoint.created_at AS "createdAt", endpoint.updated_at AS "updatedAt"`;
