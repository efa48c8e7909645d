import { ApiSchema } from '@nestjs/swagger';
import { AtInstant, Flag, Nested, Ref, Text, Value } from '../http/fields/fields.js';
import { type CodeLimits, codeRule, textRule } from '../http/fields/text-rules.js';
import { type EventDeclaration, schemaNameOf } from './event-declaration.js';

export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleSource = 'urn:uuid:0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a10';

const exactly = (text: string): CodeLimits => {
  return { max: text.length, pattern: `^${text.replaceAll('.', String.raw`\.`)}$`, words: text };
};

/** Attributes of CloudEvents 1.0 that every event has. */
export class CloudEventFields {
  @Value(codeRule(exactly('1.0')), { example: '1.0', description: 'Version of CloudEvents.' })
  specversion: string;

  @Ref({
    example: exampleId,
    description: 'Of the event, the same however often it is sent: what you have seen before, leave out.',
  })
  id: string;

  @Text(100, { example: exampleSource, description: 'The organization, `urn:uuid:` and its id.' })
  source: string;

  @Text(200, {
    example: exampleId,
    description: 'Id of the record that it happened to. Events of one subject come in their order.',
  })
  subject: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'When it happened: the start of the transaction.' })
  time: string;

  @Value(codeRule(exactly('application/json')), { example: 'application/json' })
  datacontenttype: string;

  @Value(textRule({ min: 19, max: 19 }), {
    example: '0000000000000000042',
    description:
      'Place in the order of all events of the organization, with leading zeros so that it sorts as text. Places are never given twice, and some of them you may not see.',
  })
  sequence: string;

  @Flag({ example: true, description: 'False where it happened in a test organization.' })
  livemode: boolean;
}

export interface EventRow {
  id: string;
  organizationId: string;
  /** Of the organization. */
  isTest: boolean;
  type: string;
  subject: string;
  /** A bigint, as text. */
  position: string;
  occurredAt: Date;
  data: object;
}

/** The event as everybody gets it. */
export function cloudEvent({ id, organizationId, isTest, type, subject, position, occurredAt, data }: EventRow) {
  return {
    specversion: '1.0',
    id,
    source: `urn:uuid:${organizationId}`,
    type,
    subject,
    time: occurredAt.toISOString(),
    datacontenttype: 'application/json',
    sequence: position.padStart(19, '0'),
    livemode: !isTest,
    data,
  };
}

/** The envelope with the data of one kind of event, as a class with a name of its own in the API document. */
export function envelopeOf({ type, description, data }: EventDeclaration): new () => CloudEventFields {
  class Envelope extends CloudEventFields {
    @Value(codeRule(exactly(type)), { example: type })
    type: string;

    @Nested(() => data)
    data: object;
  }
  ApiSchema({ name: schemaNameOf(type), description })(Envelope);
  return Envelope;
}
