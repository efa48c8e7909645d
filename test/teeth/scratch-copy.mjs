import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const leftOut = new Set(['.git', '.data', 'coverage', 'node_modules']);

/** A copy of the project to break, with the same packages and what was built; the project itself is only read. */
export function makeScratchCopy(root) {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-teeth-'));
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  const packages = join(root, 'node_modules');
  if (existsSync(packages)) symlinkSync(realpathSync(packages), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
