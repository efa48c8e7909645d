import { Body, Controller, Get, Header, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import {
  CreateWebhookEndpoint,
  UpdateWebhookEndpoint,
  WebhookEndpointList,
  WebhookEndpointView,
  WebhookEndpointWithSecretView,
} from './webhook-endpoints.dto.js';
import { webhookEndpointList } from './webhook-endpoints.list.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { webhookPermissions } from './webhook.permissions.js';

@ApiTags('webhook-endpoints')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  @Get()
  @Requires(webhookPermissions.readWebhooks)
  @ApiOperation({
    operationId: 'listWebhookEndpoints',
    summary: 'List webhook endpoints',
    description: 'Where events of the organization are sent, the newest first, archived ones included.',
  })
  @ApiList(webhookEndpointList, WebhookEndpointList)
  list(@ListQuery(webhookEndpointList) query: ListRequest): Promise<Page<WebhookEndpointView>> {
    return this.endpoints.list(query);
  }

  @Post()
  @Requires(webhookPermissions.manageWebhooks)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'createWebhookEndpoint',
    summary: 'Create a webhook endpoint',
    description:
      'Events that are made known from now on are sent there, within about a second of their commit. Answers the secret, this once; the answer is never stored, so there is no Idempotency-Key: sent again, the address is taken (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: WebhookEndpointWithSecretView })
  create(@Body() body: CreateWebhookEndpoint): Promise<WebhookEndpointWithSecretView> {
    return this.endpoints.create(body);
  }

  @Get(':id')
  @Requires(webhookPermissions.readWebhooks)
  @ApiOperation({
    operationId: 'getWebhookEndpoint',
    summary: 'Read a webhook endpoint',
    description: 'One endpoint of the organization, without its secret.',
  })
  @Versioned()
  @ApiOkResponse({ type: WebhookEndpointView })
  get(@IdParam() id: string): Promise<WebhookEndpointView> {
    return this.endpoints.find(id);
  }

  @Patch(':id')
  @Requires(webhookPermissions.manageWebhooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateWebhookEndpoint',
    summary: 'Change a webhook endpoint',
    description:
      'Fields that are left out stay as they are. What waits for it is sent to the new address; other types count for events that are made known from now on.',
  })
  @Versioned()
  @ApiOkResponse({ type: WebhookEndpointView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateWebhookEndpoint,
  ): Promise<WebhookEndpointView> {
    return this.endpoints.update(id, version, body);
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  @Requires(webhookPermissions.manageWebhooks)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'rotateWebhookSecret',
    summary: 'Give a webhook endpoint a new secret',
    description:
      'Answers the new secret, this once. For 24 hours what is sent carries two signatures, by the new secret and by the one before; the one before that signs no more. The answer is never stored, so there is no Idempotency-Key: sent again, the version is stale (412).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: WebhookEndpointWithSecretView })
  rotateSecret(@IdParam() id: string, @IfMatch() version: number): Promise<WebhookEndpointWithSecretView> {
    return this.endpoints.rotateSecret(id, version);
  }
}
