import { CLOUD_EVENT_MEDIA_TYPE, envelopeOf } from '../events/cloud-event.js';
import { type EventCatalogue, type EventDeclaration, schemaNameOf } from '../events/event-declaration.js';

const header = (name: string, description: string, schema: object) => {
  return { name, in: 'header', required: true, description, schema };
};

/** The headers of Standard Webhooks. */
const headers = [
  header('webhook-id', 'Id of the event, the same with every attempt: what was seen before is left out.', {
    type: 'string',
    format: 'uuid',
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
  }),
  header('webhook-timestamp', 'Seconds since 1970, of this attempt. Refuse what is more than five minutes off.', {
    type: 'string',
    pattern: '^[0-9]{10}$',
    example: '1769848200',
  }),
  header(
    'webhook-signature',
    'By each secret that signs, with a blank between: `v1,` and the Base64 of HMAC-SHA-256 over `webhook-id`, a dot, `webhook-timestamp`, a dot and the body as it came.',
    { type: 'string', example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=' },
  ),
];

const answers = {
  '2XX': { description: 'The event has arrived. The body is not looked at.' },
  '410': { description: 'The endpoint is not there any more: it is disabled at once, and the event given up.' },
  default: {
    description:
      'Anything else, a redirect and 10 seconds without an answer included: the event is sent again, ever later, for three days.',
  },
};

/** The events as the `webhooks` of the API document, and the classes of their envelopes. */
export function describeWebhooks({ all }: EventCatalogue): {
  calls: Record<string, object>;
  models: (new () => object)[];
} {
  return {
    calls: Object.fromEntries(all.map((event) => [event.type, { post: callOf(event) }])),
    models: all.map(envelopeOf),
  };
}

function callOf({ type, description }: EventDeclaration): object {
  const name = schemaNameOf(type);
  return {
    operationId: `receive${name}`,
    summary: type,
    description,
    security: [],
    parameters: headers,
    requestBody: {
      required: true,
      content: { [CLOUD_EVENT_MEDIA_TYPE]: { schema: { $ref: `#/components/schemas/${name}` } } },
    },
    responses: answers,
  };
}
