import { createHash } from 'node:crypto';
import type { ReadLine, StatementKind } from '../reading/read-statement.js';

/**
 * What tells a line of a bank account from others that say something else: the bank's own reference with day and amount, or
 * else day, amount and all texts. Lines that say the same are told apart by counting them.
 */
export function fingerprintOf(kind: StatementKind, line: ReadLine): string {
  const { bookedOn, amount, bankReference, transactionCode, endToEndReference, creditorReference, remittance } = line;
  const { name, iban, number } = line.counterparty;
  const texts = [transactionCode, endToEndReference, creditorReference, remittance, name, iban, number];
  const told = bankReference === null ? ['texts', ...texts] : ['reference', bankReference];
  return digest([kind, bookedOn, amount, ...told]).slice(0, 32);
}

/** Of parts that are told apart, whatever is in them. */
export const digest = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
