import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { newId } from '#kernel/id.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventCatalogue } from '../events/event-declaration.js';
import { requireVersion } from '../http/etag.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { urlFault } from './reachable.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import {
  type CreateWebhookEndpoint,
  type UpdateWebhookEndpoint,
  WebhookEndpointView,
  type WebhookEndpointWithSecretView,
} from './webhook-endpoints.dto.js';
import { webhookEndpointColumns } from './webhook-endpoints.list.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook-sender.js';
import { webhookPermissions } from './webhook.permissions.js';
import { webhookProblems } from './webhook.problems.js';

const MANAGE = webhookPermissions.manageWebhooks.name;

/** How long a rotated secret signs beside the new one. */
const OVERLAP = 24 * 60 * 60 * 1000;

/** Where events are sent. */
@Injectable()
export class WebhookEndpointsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: EventCatalogue,
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
  ) {}

  list(request: ListRequest): Promise<Page<WebhookEndpointView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<WebhookEndpoint & QueryResultRow>(transaction, {
        columns: webhookEndpointColumns,
        from: 'platform.webhook_endpoint endpoint',
        where: 'endpoint.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => WebhookEndpointView.from(row));
    });
  }

  find(id: string): Promise<WebhookEndpointView> {
    return this.unitOfWork.read((transaction) => view(transaction, id));
  }

  create({ url, description = null, eventTypes }: CreateWebhookEndpoint): Promise<WebhookEndpointWithSecretView> {
    this.requireUsable({ url, eventTypes });
    const [id, secret] = [newId(), this.secrets.make()];
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const secretCipher = this.secrets.encrypt(secret, id);
      await manager.insert(WebhookEndpoint, {
        organizationId,
        id,
        url,
        description,
        eventTypes,
        secretCipher,
        state: 'active',
        disabledBecause: null,
      });
      return { ...(await view(transaction, id)), secret };
    });
  }

  update(id: string, seenVersion: number, body: UpdateWebhookEndpoint): Promise<WebhookEndpointView> {
    this.requireUsable(body);
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const endpoint = await hold(transaction, id, seenVersion);
      await transaction.manager.save(Object.assign(endpoint, body));
      return view(transaction, id);
    });
  }

  rotateSecret(id: string, seenVersion: number): Promise<WebhookEndpointWithSecretView> {
    const secret = this.secrets.make();
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const endpoint = await hold(transaction, id, seenVersion);
      const rotationEndsAt = new Date((await transaction.startedAt).getTime() + OVERLAP);
      await transaction.manager.save(
        Object.assign(endpoint, {
          previousSecretCipher: endpoint.secretCipher,
          rotationEndsAt,
          secretCipher: this.secrets.encrypt(secret, id),
        }),
      );
      return { ...(await view(transaction, id)), secret };
    });
  }

  private requireUsable({ url, eventTypes = [] }: UpdateWebhookEndpoint): void {
    const fault = url === undefined ? undefined : urlFault(url, this.sender.reach);
    if (fault) throw webhookProblems.webhook_url_refused(fault, [at('/url', 'webhook_url_refused', fault)]);
    const unknown = eventTypes.findIndex((pattern) => !this.catalogue.knows(pattern));
    if (unknown < 0) return;
    const message = `There is no event ${eventTypes[unknown]}; GET /v1/event-types names all.`;
    throw webhookProblems.event_type_unknown(message, [at(`/eventTypes/${unknown}`, 'event_type_unknown', message)]);
  }
}

const at = (pointer: string, code: string, message: string) => ({ pointer, code, message });

/**
 * The endpoint, while nobody else can change it.
 *
 * @throws Problem not_found, precondition_failed, or webhook_endpoint_archived
 */
export async function hold(transaction: Transaction, id: string, seenVersion?: number): Promise<WebhookEndpoint> {
  const { organizationId, manager } = transaction;
  const lock = { mode: 'pessimistic_write' } as const;
  const endpoint = await manager.findOne(WebhookEndpoint, { where: { organizationId, id }, lock });
  if (!endpoint) throw notFound(id);
  if (seenVersion !== undefined) requireVersion(endpoint.version, seenVersion);
  if (endpoint.state === 'archived') throw webhookProblems.webhook_endpoint_archived('The endpoint is archived.');
  return endpoint;
}

const FIND_ENDPOINT = {
  name: 'find_webhook_endpoint',
  text: [
    'SELECT',
    webhookEndpointColumns,
    'FROM platform.webhook_endpoint endpoint WHERE endpoint.organization_id = $1 AND endpoint.id = $2',
  ].join(' '),
};

export async function view(transaction: Transaction, id: string): Promise<WebhookEndpointView> {
  const [row] = await transaction.rows<WebhookEndpoint & QueryResultRow>(FIND_ENDPOINT, [
    transaction.organizationId,
    id,
  ]);
  if (!row) throw notFound(id);
  return WebhookEndpointView.from(row);
}

const notFound = (id: string) => platformProblems.not_found(`There is no webhook endpoint ${id}.`);
