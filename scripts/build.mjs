// Compiles src/ and migrations/ into dist/ and bundles the programs into dist/app/. Run directly it always asks the
// compiler (which skips what did not change); imported, it answers whether dist/ was made from exactly the sources that
// are here.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = ['src', 'migrations'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/bundle.mjs'];
const stampFile = join(root, 'dist', '.sources.sha256');

/** Builds unless dist/ is current; a folder without sources (a production image) has nothing to build. */
export async function buildIfNeeded() {
  if (!existsSync(join(root, 'src')) || isCurrent()) return;
  await build();
}

/** Rejects when the compiler finds an error, which it has printed by then. */
export async function build() {
  const stamp = stampOfSources();
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(stampFile, { force: true });
  removeOutputOfRemovedSources();
  await compile();
  await buildBundle(stamp);
}

/** Whether dist/ was built from exactly these sources. */
export function isCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources();
}

/** Bundles anew where somebody else has brought the compiler's output up to date, and says that dist/ is current. */
export async function buildBundle(stamp = stampOfSources()) {
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  writeFileSync(stampFile, stamp);
}

// By content: modification times say nothing after a git checkout, an archive or a copy.
function stampOfSources() {
  const hash = createHash('sha256');
  for (const path of [...settings, ...compiled.flatMap((folder) => filesBelow(folder))]) {
    if (path.endsWith('.spec.ts')) continue;
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

function removeOutputOfRemovedSources() {
  for (const output of compiled.flatMap((folder) => filesBelow(join('dist', folder)))) {
    const source = output.slice('dist/'.length).replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(join(root, source))) rmSync(join(root, output));
  }
}

async function compile() {
  const compiler = locateCompiler();
  // Standard output belongs to what is run after it.
  console.error('Building Bureau, a few seconds…');
  const options = ['--project', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo'];
  const child = spawn(process.execPath, [compiler, ...options], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error('The build failed; the compiler names the reasons above.');
}

function locateCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    throw new Error(
      'dist/ is missing or older than the sources, and the compiler is not installed: run npm ci with development ' +
        'dependencies, or copy a dist/ that was built from these sources.',
    );
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
