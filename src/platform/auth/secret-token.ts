import { createHash, randomBytes } from 'node:crypto';
import { isId } from '#kernel/id.js';

/** What a secret opens, told by how it begins, so that scanners for leaked secrets know it. */
export type SecretPrefix = KeyPrefix | 'bureau_client_' | 'bureau_invite_' | 'bureau_reset_';

/** Of API keys: those of test organizations can be told from the others by whoever sees one. */
export type KeyPrefix = 'bureau_live_' | 'bureau_test_';

export const keyPrefixOf = (isTest: boolean): KeyPrefix => (isTest ? 'bureau_test_' : 'bureau_live_');

/** 16 bytes of the organization and 32 random ones: 64 characters in base64url. */
const BODY = /^[\w-]{64}$/;

export interface NewSecret {
  /** Shown once. */
  text: string;
  /** What is kept. */
  hash: Buffer;
}

/** A secret of an organization: its id, so that it is looked up there alone, and 256 random bits. */
export function newSecret(prefix: SecretPrefix, organizationId: string): NewSecret {
  return secretOf(prefix, organizationId, randomBytes(32));
}

/** The same with 32 bytes that nobody can guess, wherever they are from. */
export function secretOf(prefix: SecretPrefix, organizationId: string, unguessable: Buffer): NewSecret {
  const bytes = Buffer.concat([Buffer.from(organizationId.replaceAll('-', ''), 'hex'), unguessable]);
  const text = `${prefix}${bytes.toString('base64url')}`;
  return { text, hash: hashOf(text) };
}

/** Where to look a secret up; undefined when the text is none. */
export function readSecret(prefix: SecretPrefix, text: string): { organizationId: string; hash: Buffer } | undefined {
  const body = text.startsWith(prefix) ? text.slice(prefix.length) : '';
  if (!BODY.test(body)) return undefined;
  const organizationId = Buffer.from(body, 'base64url')
    .toString('hex', 0, 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(organizationId) ? { organizationId, hash: hashOf(text) } : undefined;
}

/** 256 random bits need no slow hash. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
