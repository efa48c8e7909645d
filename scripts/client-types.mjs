// The types that integrators generate for their clients; here they type the client of the e2e tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const file = 'test/support/api.d.ts';

/** Writes the types of the operations in openapi.json, or tells whether the written ones are current. */
export async function clientTypes(use) {
  const source = astToString(await openapiTypescript(JSON.parse(readFileSync('openapi.json', 'utf8'))));
  const types = await format(source, { ...(await resolveConfig(file)), filepath: file });
  if (use === 'write') return writeFileSync(file, types);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== types) {
    console.error(`${file} is not of this document: run npm run openapi and commit the change.`);
    process.exitCode = 1;
  }
}
