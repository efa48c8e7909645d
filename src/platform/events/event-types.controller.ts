import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../permissions/requires.decorator.js';
import { EventTypesView } from './events.dto.js';
import { eventPermissions } from './events.permissions.js';
import { EventsService } from './events.service.js';

@ApiTags('event-types')
@Controller('v1/event-types')
export class EventTypesController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Requires(eventPermissions.readEvents)
  @ApiOperation({
    operationId: 'getEventTypes',
    summary: 'Read which events there are',
    description:
      'Every type that the feed and webhooks may bring, what it means and an example of its data. Their schemas are in `webhooks` of this document.',
  })
  @ApiOkResponse({ type: EventTypesView })
  types(): EventTypesView {
    return this.events.types();
  }
}
