import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { CLOUD_EVENT_MEDIA_TYPE, cloudEvent } from '../events/cloud-event.js';
import { Metrics } from '../metrics/metrics.js';
import { type ClaimedDelivery, DeliveryClaims } from './delivery-claims.service.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { type Attempt, WebhookSender } from './webhook-sender.js';

/** Signs an event, sends it and notes what came of it. */
@Injectable()
export class WebhookDelivery {
  private readonly attempts: Counter<'outcome'>;

  constructor(
    metrics: Metrics,
    private readonly claims: DeliveryClaims,
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
  ) {
    this.attempts = metrics.counter({
      name: 'bureau_webhook_attempts_total',
      help: 'Attempts of this process to deliver an event to a webhook endpoint.',
      labels: ['outcome'],
    });
  }

  async attempt(delivery: ClaimedDelivery): Promise<void> {
    const attempt = await this.send(delivery);
    this.attempts.inc({ outcome: attempt.outcome });
    await this.claims.settle(delivery, attempt);
  }

  private async send(delivery: ClaimedDelivery): Promise<Attempt> {
    const { url, endpointId, id, secretCipher, previousSecretCipher } = delivery;
    const body = JSON.stringify(cloudEvent(delivery));
    let secrets: string[];
    try {
      secrets = [secretCipher, previousSecretCipher].flatMap((cipher) =>
        cipher ? [this.secrets.decrypt(cipher, endpointId)] : [],
      );
    } catch {
      return { outcome: 'not_signed', httpStatus: null, durationMs: 0, answerStart: null, error: null };
    }
    const signed = this.secrets.sign(secrets, id, new Date(), body);
    const headers = { 'content-type': `${CLOUD_EVENT_MEDIA_TYPE}; charset=utf-8`, 'user-agent': 'Bureau-Webhooks' };
    return this.sender.send({ url, headers: { ...headers, ...signed }, body });
  }
}
