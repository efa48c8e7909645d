import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { WebhookDeliveryDetailView, WebhookDeliveryList, WebhookDeliveryView } from './webhook-deliveries.dto.js';
import { webhookDeliveryList } from './webhook-deliveries.list.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { webhookPermissions } from './webhook.permissions.js';

@ApiTags('webhook-deliveries')
@Controller('v1/webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @Get()
  @Requires(webhookPermissions.readWebhooks)
  @ApiOperation({
    operationId: 'listWebhookDeliveries',
    summary: 'List webhook deliveries',
    description:
      'One for each event and endpoint, the newest first; `state=failed` gives the dead letters. They are kept as long as their events, thirty days unless `updateRetention` sets another age.',
  })
  @ApiList(webhookDeliveryList, WebhookDeliveryList)
  list(@ListQuery(webhookDeliveryList) query: ListRequest): Promise<Page<WebhookDeliveryView>> {
    return this.deliveries.list(query);
  }

  @Get(':id')
  @Requires(webhookPermissions.readWebhooks)
  @ApiOperation({
    operationId: 'getWebhookDelivery',
    summary: 'Read a webhook delivery with its attempts',
    description: 'What was tried, how long it took, what was answered.',
  })
  @ApiOkResponse({ type: WebhookDeliveryDetailView })
  get(@IdParam() id: string): Promise<WebhookDeliveryDetailView> {
    return this.deliveries.find(id);
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'replayWebhookDelivery',
    summary: 'Send an event to an endpoint again',
    description:
      'A delivery that is over, whatever came of it, is sent at once and tried for three days again, under the same `webhook-id`. To an endpoint that is paused or disabled it is sent when that is resumed.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookDeliveryView })
  replay(@IdParam() id: string): Promise<WebhookDeliveryView> {
    return this.deliveries.replay(id);
  }
}
