import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Configuration } from '../config/configuration.js';
import { deriveKey } from '../config/derive-key.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
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
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error where the cipher was made under another secret of the installation, or for another endpoint */
  decrypt(octets: Buffer, owner: string): string {
    const nonce = octets.subarray(0, NONCE_LENGTH);
    const decipher = createDecipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG_LENGTH });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(octets.subarray(-TAG_LENGTH));
    const text = decipher.update(octets.subarray(NONCE_LENGTH, -TAG_LENGTH), undefined, 'utf8');
    return text + decipher.final('utf8');
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
