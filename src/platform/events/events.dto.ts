import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Count, Flag, List, Several, Text, Value } from '../http/fields/fields.js';
import { MOST_ROWS, STANDARD_ROWS } from '../listing/define-list.js';
import { CloudEventFields } from './cloud-event.js';
import { eventTypeRule } from './event-types.js';

const exampleType = 'accounting.journal_entry.posted.v1';
const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleCursor = 'kD8_2rQx0pWm1v7T5hYb3lsiNDIiXQ';

@ApiSchema({
  description:
    'What is told of the event. Which fields there are depends on its type: see `webhooks` of this document.',
})
class EventDataView {}

export class EventView extends CloudEventFields {
  @Value(eventTypeRule, { example: exampleType, description: 'What happened; the catalogue says what it means.' })
  type: string;

  @ApiProperty({ type: () => EventDataView })
  data: object;
}

export class EventsQuery {
  @Text(4000, {
    optional: true,
    example: exampleCursor,
    description: 'Events after the ones that were read: `next` of the answer before, with the same filters.',
  })
  after?: string;

  @Several(eventTypeRule, { optional: true, max: 50, example: [exampleType], description: 'Events of these types.' })
  type?: string[];

  @Text(200, { optional: true, example: exampleId, description: 'Events of this one record, by its id.' })
  subject?: string;

  @Count(1, MOST_ROWS, {
    optional: true,
    example: 100,
    description: `Most events of the answer, ${STANDARD_ROWS} unless told.`,
  })
  limit?: number;
}

export class EventFeedView {
  @List(() => EventView, { max: MOST_ROWS, description: 'In the order in which they were made known.' })
  data: EventView[];

  @Text(4000, {
    example: exampleCursor,
    description: 'To be sent as `after` for what follows, also where nothing does yet: keep it, and ask again later.',
  })
  next: string;

  @Flag({ example: false, description: 'Whether more events are waiting already.' })
  hasMore: boolean;
}

@ApiSchema({ description: 'The data of the event, as an example.' })
class EventExampleView {}

export class EventTypeView {
  @Value(eventTypeRule, { example: exampleType })
  type: string;

  @Text(1000, { example: 'An entry was posted.' })
  description: string;

  @Text(200, { example: 'JournalEntryPostedEvent', description: 'Name of its schema in this document.' })
  schemaName: string;

  @ApiProperty({ type: () => EventExampleView })
  example: object;
}

export class EventTypesView {
  @List(() => EventTypeView, { max: 1000, description: 'All that there are, by type.' })
  types: EventTypeView[];
}
