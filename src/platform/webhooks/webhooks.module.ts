import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryClaims } from './delivery-claims.service.js';
import { EventRelay } from './event-relay.js';
import { DnsNameResolver, NameResolver } from './guarded-lookup.js';
import { RelayMetrics } from './relay-metrics.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { WebhookEndpointStatesController } from './webhook-endpoint-states.controller.js';
import { WebhookEndpointStates } from './webhook-endpoint-states.service.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook-sender.js';

/** Sends events to the endpoints of organizations. */
@Module({
  imports: [TypeOrmModule.forFeature([WebhookEndpoint])],
  controllers: [WebhookEndpointsController, WebhookEndpointStatesController, WebhookDeliveriesController],
  providers: [
    DeliveryClaims,
    EventRelay,
    RelayMetrics,
    WebhookDeliveriesService,
    WebhookDelivery,
    WebhookEndpointStates,
    WebhookEndpointsService,
    WebhookSecrets,
    WebhookSender,
    { provide: NameResolver, useClass: DnsNameResolver },
  ],
  exports: [EventRelay],
})
export class WebhooksModule {}
