// `npm run sbom`: what a release consists of, as CycloneDX, in dist/bureau.cdx.json (or the file that is named behind `--`).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist/bureau.cdx.json');
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const parameters = [
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
  '--omit',
  'dev',
  '--package-lock-only',
];
const text = execFileSync('npm', parameters, { cwd: root, maxBuffer: 64 * 1024 * 1024 }).toString();
const bill = JSON.parse(text);
// npm takes the name of the folder.
bill.metadata.component.name = name;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, undefined, 2)}\n`);
console.log(
  `${relative(process.cwd(), file)}: ${bill.components.length} components of ${name} ${bill.metadata.component.version}.`,
);
