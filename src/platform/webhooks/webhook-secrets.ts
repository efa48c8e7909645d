import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Configuration } from '../config/configuration.js';
import { deriveKey } from '../config/derive-key.js';
import { openText, sealText } from '../config/sealed-text.js';

/** As many octets as the signature has, which is what Standard Webhooks asks for. */
const SECRET_LENGTH = 32;

/** Secrets that endpoints share with us. They have to be known to sign, so they are kept encrypted. */
@Injectable()
export class WebhookSecrets {
  private readonly key: Buffer;

  constructor({ secret }: Configuration) {
    this.key = deriveKey(secret, 'webhook-secret');
  }

  /** A new secret, as its holder sees it. */
  make(): string {
    return `whsec_${randomBytes(SECRET_LENGTH).toString('base64')}`;
  }

  /** @param owner the id of the endpoint: the cipher opens for no other */
  encrypt(text: string, owner: string): Buffer {
    return sealText(this.key, text, owner);
  }

  /** @throws Error where the cipher was made under another secret of the installation, or for another endpoint */
  decrypt(octets: Buffer, owner: string): string {
    return openText(this.key, octets, owner);
  }

  /** The headers of Standard Webhooks, with a signature by each secret. */
  sign(secrets: readonly string[], id: string, at: Date, body: string): Record<string, string> {
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
    };
  }
}
