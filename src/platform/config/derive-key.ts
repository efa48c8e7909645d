import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

export type KeyPurpose =
  | 'access-token'
  | 'identity-provider'
  | 'list-cursor'
  | 'mail-token'
  | 'request-hash'
  | 'second-factor'
  | 'webhook-secret';

/** A 256-bit key for one purpose, derived from the one secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'bureau', purpose, 32));
}

/** PKCS #8 frame (RFC 8410) of an Ed25519 private key; the 32-byte seed follows. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key pair that signs access tokens; the same on every process that shares the secret. */
export function deriveSigningKeys(secret: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const der = Buffer.concat([ED25519_PKCS8, deriveKey(secret, 'access-token')]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
