// `npm run docs:tables` writes what pages of the documentation repeat from the code, between two comments:
//
//   <!-- generated: NAME -->
//   <!-- end of generated -->
//
// The words around stay as they are. With --check it tells whether the pages are current, or others that are named.
// Needs no database.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build.mjs';
import { dutyConflicts } from './docs/duty-conflicts.mjs';
import { eventTypes } from './docs/events.mjs';
import { jobOperations, reportOperations, stepUpOperations } from './docs/operations.mjs';
import { permissions } from './docs/permissions.mjs';
import { problemCodes } from './docs/problems.mjs';

const folder = fileURLToPath(new URL('../docs', import.meta.url));
const generators = new Map(
  Object.entries({
    'conflicts of duties': dutyConflicts,
    'event types': eventTypes,
    'operations with jobs': jobOperations,
    'operations with step-up': stepUpOperations,
    permissions,
    'problem codes': problemCodes,
    reports: reportOperations,
  }),
);
const block = /^<!-- generated: (?<name>.+) -->\n[^]*?^<!-- end of generated -->$/gm;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
  await buildIfNeeded();
  const used = new Set();
  const pages = positionals.length > 0 ? positionals : pagesOfDocs();
  const stale = [];
  for (const page of pages) {
    const text = readFileSync(page, 'utf8');
    const current = await regenerated(text, used);
    if (current === text) continue;
    if (values.check) stale.push(page);
    else writeFileSync(page, current);
  }
  if (stale.length > 0) throw new Error(`${stale.join(', ')}: not what the code says; run npm run docs:tables`);
  const unused = [...generators.keys()].filter((name) => !used.has(name));
  if (positionals.length === 0 && unused.length > 0) throw new Error(`No page shows ${unused.join(', ')}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function pagesOfDocs() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.map((name) => join(folder, name));
}

/** The page with what the code says now in each of its blocks. */
async function regenerated(text, used) {
  const contents = new Map();
  for (const { groups } of text.matchAll(block)) {
    const generate = generators.get(groups.name);
    if (!generate) throw new Error(`Nothing generates ${groups.name}: there is ${[...generators.keys()].join(', ')}.`);
    used.add(groups.name);
    contents.set(groups.name, (await generate()).trim());
  }
  return text.replaceAll(block, (_block, name) =>
    [`<!-- generated: ${name} -->`, contents.get(name), '<!-- end of generated -->'].join('\n\n'),
  );
}
