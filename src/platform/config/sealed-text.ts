import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * Encrypts a text that has to be known again later.
 *
 * @param owner the id of what the text belongs to: the cipher opens for no other
 */
export function sealText(key: Buffer, text: string, owner: string): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error where the cipher was made under another key, or for another owner */
export function openText(key: Buffer, octets: Buffer, owner: string): string {
  const nonce = octets.subarray(0, NONCE_LENGTH);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(octets.subarray(-TAG_LENGTH));
  const text = decipher.update(octets.subarray(NONCE_LENGTH, -TAG_LENGTH), undefined, 'utf8');
  return text + decipher.final('utf8');
}
