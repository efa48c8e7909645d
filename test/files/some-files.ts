import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, Answer } from '../support/actor.js';
import { provided } from '../support/database.js';

export const PDF = 'application/pdf';

/** A small PDF that no other test has. */
export const somePdf = (size = 0): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${randomBytes(16).toString('hex')}\n${' '.repeat(size)}%%EOF\n`);

export const uploadPdf = (actor: Actor, content = somePdf(), name = 'invoice.pdf'): Promise<Answer> =>
  actor.upload(`/v1/files?name=${encodeURIComponent(name)}`, content, {}, PDF);

/** What lies in the storage of the organization. */
export async function storedBy({ organizationId }: Actor): Promise<string[]> {
  const folder = join(provided('TEST_FILES_DIR'), organizationId);
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}

export const pathOf = ({ organizationId }: Actor, sha256: string): string =>
  join(provided('TEST_FILES_DIR'), organizationId, sha256.slice(0, 2), sha256);
