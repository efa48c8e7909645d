import { createHash } from 'node:crypto';

/**
 * Tells files apart: the lower-case hex SHA-256 of the content, or of the content and how it is read, where that is said.
 *
 * @param reading what makes another import of the same content, such as its mapping
 */
export function digestOfFile(content: Buffer | string, reading?: object): string {
  const told = reading === undefined ? content : JSON.stringify([reading, content.toString()]);
  return createHash('sha256').update(told).digest('hex');
}
