import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the compiler made of src/. */
export const compiled = join(root, 'dist', 'src');

/** A module of src/, by its compiled path below it. */
export const load = (path) => import(pathToFileURL(join(compiled, path)).href);

let read;
/** openapi.json, which a test of its own keeps current. */
export const apiDocument = () => (read ??= JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')));

/** All operations with their paths, in the order of the document. */
export const operations = () =>
  Object.entries(apiDocument().paths).flatMap(([path, item]) =>
    Object.values(item)
      .filter(({ operationId }) => operationId)
      .map((operation) => ({ ...operation, path })),
  );
