import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { DescribedApi } from '#platform/http/openapi/described-api.js';
import { givenPath } from './given-path.js';
import { runCommand } from './run-command.js';

interface OpenApiOptions {
  output?: string;
  since?: string;
}

/** `openapi`: the document of this release, without a database. */
export function openapiCommand(): Command {
  return new Command('openapi')
    .description('Print the OpenAPI document of this release. Needs no database.')
    .option('-o, --output <file>', 'write it to a file')
    .option('--since <file>', 'print what has changed since that document instead, as Markdown for a change log')
    .action((options: OpenApiOptions) => runCommand(() => run(options)));
}

async function run({ output, since }: OpenApiOptions): Promise<void> {
  const { previewDocument } = await import('../preview-document.js');
  const document = await previewDocument();
  const text = since === undefined ? JSON.stringify(document, undefined, 2) : await changesSince(since, document);
  await write(`${text}\n`, output);
}

async function write(text: string, output: string | undefined): Promise<void> {
  if (output !== undefined) writeFileSync(givenPath(output), text);
  else await new Promise<void>((written) => process.stdout.write(text, () => written()));
}

async function changesSince(file: string, document: object): Promise<string> {
  const { apiChanges, changesText } = await import('#platform/http/openapi/api-changes.js');
  return changesText(apiChanges(readDocument(file), document as DescribedApi));
}

function readDocument(file: string): DescribedApi {
  try {
    const found = JSON.parse(readFileSync(givenPath(file), 'utf8')) as Partial<DescribedApi> | null;
    if (found?.paths && found.info) return found as DescribedApi;
  } catch (cause) {
    throw new Error(`${file} cannot be read as an OpenAPI document: ${(cause as Error).message}`, { cause });
  }
  throw new Error(`${file} is no OpenAPI document: it has no paths.`);
}
