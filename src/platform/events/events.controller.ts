import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Requires } from '../permissions/requires.decorator.js';
import { EventFeedView, EventsQuery } from './events.dto.js';
import { eventPermissions } from './events.permissions.js';
import { EventsService } from './events.service.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Requires(eventPermissions.readEvents)
  @ApiOperation({
    operationId: 'getEvents',
    summary: 'Read the events that follow a cursor',
    description:
      'The feed for whoever cannot receive calls, and for what a receiver of webhooks has missed: the same events, as CloudEvents 1.0. Start without `after`, keep `next`, send it as `after` the next time. An event appears within about a second of the commit and is kept for thirty days after that, unless `updateRetention` sets another age; none is ever skipped, however late its transaction was committed. A cursor that is older than what is kept is refused with 409.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: EventFeedView })
  feed(@Query() query: EventsQuery): Promise<EventFeedView> {
    return this.events.feed(query);
  }
}
