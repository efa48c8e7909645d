// `node scripts/problems.mjs` writes docs/problems.md from the problem catalogues; with --check it tells whether the
// page is current, or another file that is named. Needs no database.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist', 'src');

const intro = `# Problem codes

Every refusal is an \`application/problem+json\` answer (RFC 9457) with one of these codes in \`code\`; see
[API conventions](api-conventions.md#refusals) for the other members. Programs decide by \`code\`: it stays, while the
texts may get better. New codes may appear.

This page is written by \`node scripts/problems.mjs\` from the catalogues in the code; a test keeps it current.
`;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
  const [page = join(root, 'docs', 'problems.md')] = positionals;
  await buildIfNeeded();
  const text = [intro, ...(await sections())].join('\n');
  if (!values.check) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    throw new Error(`${page} is not what the catalogues say: run node scripts/problems.mjs`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** One section for each catalogue, the platform's first: its problems are answered by every operation. */
async function sections() {
  const files = readdirSync(compiled, { recursive: true })
    .filter((path) => path.endsWith('.problems.js'))
    .map((path) => ({ path, name: path.replace(/^.*[/\\]|\.problems\.js$/g, '') }))
    .sort(platformFirst);
  if (files.length < 2) throw new Error('No catalogues were found in dist/src.');
  return Promise.all(files.map(section));
}

function platformFirst(one, other) {
  if (one.name === 'platform') return -1;
  return other.name === 'platform' || one.name > other.name ? 1 : -1;
}

async function section({ path, name }) {
  const exported = Object.values(await import(pathToFileURL(join(compiled, path))));
  const rows = exported.flatMap(({ $definitions = {} }) =>
    Object.entries($definitions).map(([code, { status, title }]) => [`\`${code}\``, String(status), title]),
  );
  const heading = name === 'platform' ? 'Of every operation' : `Of the module ${name}`;
  return [`## ${heading}`, '', table(['Code', 'Status', 'Title'], rows), ''].join('\n');
}

/** A table as prettier leaves it: columns padded to their widest cell. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
