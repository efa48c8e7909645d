import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type NewSecret, secretOf, type SecretPrefix } from '../auth/secret-token.js';
import { Configuration } from '../config/configuration.js';
import { deriveKey } from '../config/derive-key.js';

/**
 * Tokens that leave by mail. They are derived from the id of the mail, so that every attempt sends the same one and none of
 * it is kept before: neither the database nor the queue knows more than a hash.
 */
@Injectable()
export class MailTokens {
  private readonly key: Buffer;

  constructor({ secret }: Configuration) {
    this.key = deriveKey(secret, 'mail-token');
  }

  of(prefix: SecretPrefix, organizationId: string, mailId: string): NewSecret {
    return secretOf(prefix, organizationId, createHmac('sha256', this.key).update(`${prefix}${mailId}`).digest());
  }
}
