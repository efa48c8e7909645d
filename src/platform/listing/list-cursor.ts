import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_LENGTH = 16;

/**
 * Writes and reads cursors: a place in the order of a list, signed together with the list, its filters and its sort, so
 * that none of them can be exchanged between pages. A cursor tells its holder nothing that the page before did not.
 */
export class ListCursor {
  /** @param key secret of at least 32 bytes, the same on every process */
  constructor(private readonly key: Buffer) {
    if (key.length < 32) throw new RangeError('the key of list cursors needs 32 bytes');
  }

  /** @param binding text that must be the same when the cursor comes back */
  write(binding: string, position: readonly string[]): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.mac(binding, payload), payload]).toString('base64url');
  }

  /** The position; `undefined` when the cursor was made up, changed, or written for another binding. */
  read(binding: string, cursor: string): string[] | undefined {
    const bytes = Buffer.from(cursor, 'base64url');
    // Decoding is lenient; only the one spelling that was written is accepted.
    if (bytes.length <= MAC_LENGTH || bytes.toString('base64url') !== cursor) return undefined;
    const payload = bytes.subarray(MAC_LENGTH);
    if (!timingSafeEqual(bytes.subarray(0, MAC_LENGTH), this.mac(binding, payload))) return undefined;
    return JSON.parse(payload.toString()) as string[];
  }

  private mac(binding: string, payload: Buffer): Buffer {
    // The length keeps the two parts apart.
    const prefix = `${Buffer.byteLength(binding)}:${binding}`;
    return createHmac('sha256', this.key).update(prefix).update(payload).digest().subarray(0, MAC_LENGTH);
  }
}
