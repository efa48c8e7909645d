import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { givenPath } from './given-path.js';
import { runCommand } from './run-command.js';

/** `openapi`: the document of this release, without a database. */
export function openapiCommand(): Command {
  return new Command('openapi')
    .description('Print the OpenAPI document of this release. Needs no database.')
    .option('-o, --output <file>', 'write it to a file')
    .action((options: { output?: string }) => runCommand(() => run(options)));
}

async function run({ output }: { output?: string }): Promise<void> {
  const { previewDocument } = await import('../preview-document.js');
  const text = `${JSON.stringify(await previewDocument(), undefined, 2)}\n`;
  if (output !== undefined) writeFileSync(givenPath(output), text);
  else await new Promise<void>((written) => process.stdout.write(text, () => written()));
}
