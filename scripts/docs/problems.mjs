import { readdirSync } from 'node:fs';
import { compiled, load } from './sources.mjs';
import { code, table } from './table.mjs';

/** One section for each catalogue, the platform's first: its problems are answered by every operation. */
export async function problemCodes() {
  const files = readdirSync(compiled, { recursive: true })
    .filter((path) => path.endsWith('.problems.js'))
    .map((path) => ({ path, name: path.replace(/^.*[/\\]|\.problems\.js$/g, '') }))
    .sort(platformFirst);
  if (files.length < 2) throw new Error('No catalogues were found in dist/src.');
  return (await Promise.all(files.map(section))).join('\n');
}

function platformFirst(one, other) {
  if (one.name === 'platform') return -1;
  return other.name === 'platform' || one.name > other.name ? 1 : -1;
}

async function section({ path, name }) {
  const exported = Object.values(await load(path));
  const rows = exported.flatMap(({ $definitions = {} }) =>
    Object.entries($definitions).map(([problem, { status, title }]) => [code(problem), String(status), title]),
  );
  const heading = name === 'platform' ? 'Of every operation' : `Of the module ${name}`;
  return [`## ${heading}`, '', table(['Code', 'Status', 'Title'], rows), ''].join('\n');
}
