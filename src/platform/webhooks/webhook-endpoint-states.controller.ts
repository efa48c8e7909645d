import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires } from '../permissions/requires.decorator.js';
import { WebhookEndpointStates } from './webhook-endpoint-states.service.js';
import {
  ReplayedWebhookEventsView,
  ReplayWebhookEvents,
  WebhookEndpointView,
  WebhookTestView,
} from './webhook-endpoints.dto.js';
import { webhookPermissions } from './webhook.permissions.js';

@ApiTags('webhook-endpoints')
@Controller('v1/webhook-endpoints/:id')
export class WebhookEndpointStatesController {
  constructor(private readonly states: WebhookEndpointStates) {}

  @Post('pause')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'pauseWebhookEndpoint',
    summary: 'Pause a webhook endpoint',
    description:
      'Nothing is sent from now on, except what is on its way. Events are kept for it, each for as long as `getRetention` says, and sent when it is resumed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookEndpointView })
  pause(@IdParam() id: string, @IfMatch() version: number): Promise<WebhookEndpointView> {
    return this.states.pause(id, version);
  }

  @Post('resume')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'resumeWebhookEndpoint',
    summary: 'Resume a webhook endpoint',
    description:
      'What waits for a paused or disabled endpoint is sent at once and tried for three days again. Events that a disabled one was not kept are brought by a replay.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookEndpointView })
  resume(@IdParam() id: string, @IfMatch() version: number): Promise<WebhookEndpointView> {
    return this.states.resume(id, version);
  }

  @Post('archive')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'archiveWebhookEndpoint',
    summary: 'Archive a webhook endpoint',
    description: 'Nothing is sent there any more, for good; what waits for it is cancelled. Its address is free again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookEndpointView })
  archive(@IdParam() id: string, @IfMatch() version: number): Promise<WebhookEndpointView> {
    return this.states.archive(id, version);
  }

  @Post('test')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'testWebhookEndpoint',
    summary: 'Send a test event to a webhook endpoint',
    description:
      'Sends `platform.webhook_endpoint.tested.v1` to this endpoint alone, whatever types it takes. What came of it is in `GET /v1/webhook-deliveries?eventId=…`.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookTestView })
  test(@IdParam() id: string): Promise<WebhookTestView> {
    return this.states.test(id);
  }

  @Post('replay')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'replayWebhookEvents',
    summary: 'Send events of a range of time again',
    description:
      'Queues the events of the range that the endpoint takes now, in their order: those that did not reach it and those that it was never sent, on request also those that did. Events are kept for thirty days. What still waits stays as it is and is not counted.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ReplayedWebhookEventsView })
  replay(@IdParam() id: string, @Body() body: ReplayWebhookEvents): Promise<ReplayedWebhookEventsView> {
    return this.states.replay(id, body);
  }
}
