import { randomInt } from 'node:crypto';
import { hashOf } from '../secret-token.js';

/** Without letters that are taken for digits (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 6;
const GROUP_LENGTH = 4;

export const RECOVERY_CODES = 10;

/** Six groups of four: 120 random bits, so that a plain hash is enough (OWASP ASVS 5.0, 6.5.2 asks for 112). */
export function newRecoveryCodes(): string[] {
  const letter = () => LETTERS[randomInt(LETTERS.length)]!;
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** What is kept of a code, and found again however it is typed: in small letters, without hyphens, with O for zero. */
export function hashOfRecoveryCode(typed: string): Buffer {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return hashOf(code);
}
