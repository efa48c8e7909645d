// The dependency rule, generated from src/module-map.json: kernel ← platform ← modules; modules meet at contracts.
//
// In the map, `modules` names for each module the modules whose contract it may use; `layers` names for the features of
// one module the features that each may build on, `"*"` being all. What the map does not name is refused, so a new module
// or feature starts with its line there.
// oxlint-disable-next-line typescript/no-require-imports -- the cruiser reads its configuration as CommonJS
const { modules, layers } = require('./src/module-map.json');

const SPEC = '[.]spec[.]ts$';
const FIXTURE = '[.]fixture[.]ts$';
/** What a feature declares of its own for the vocabulary of its module. */
const VOCABULARY = '^src/modules/[^/]+/([^/]+)/\\1[.](?:permissions|problems|database-problems|events)[.]ts$';
/** `x.module.ts` binds providers; only other module files and the composition root (src/*.ts, src/commands/) may import it. */
const MODULE_FILE = '[.]module[.]ts$';
// A rendering thread is started by its address, not imported.
const ENTRY_POINT = '^src/(?:main|worker|cli|openapi|platform/exports/rendering/render-worker)[.]ts$';
/** What plain rules may use: arithmetic, identifiers and calendars, but neither a framework nor input and output. */
const KERNEL_PACKAGES = '(?:^|/)node_modules/(?:decimal[.]js|uuid|temporal-polyfill)/';

const oneOf = (names) => `(?:${names.join('|')})`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const trees = [
  rule(
    'kernel-stands-alone',
    'The kernel is plain TypeScript: it imports nothing of platform, modules or the composition root.',
    { path: '^src/kernel/' },
    { path: '^src/', pathNot: '^src/kernel/' },
  ),
  rule(
    'kernel-is-pure',
    'The kernel has no framework, no ORM and no input or output.',
    { path: '^src/kernel/', pathNot: SPEC },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'], pathNot: [KERNEL_PACKAGES, '^(?:node:)?crypto$'] },
  ),
  rule(
    'platform-knows-no-module',
    'The platform is plumbing and knows no business noun.',
    { path: '^src/platform/' },
    { path: '^src/modules/' },
  ),
  rule(
    'nothing-imports-the-composition-root',
    'The files directly in src/ and its commands put the parts together; no part knows the whole.',
    { path: '^src/(?!commands/)[^/]+/' },
    { path: ['^src/[^/]+[.]ts$', '^src/commands/'] },
  ),
  rule(
    'across-trees-by-alias',
    'Imports from one tree to another start with #kernel, #platform or #modules.',
    { path: '^src/(kernel|platform|modules/[^/]+)/' },
    { path: '^src/[^/]+/', pathNot: '^src/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  ),
];

const betweenModules = [
  rule(
    'module-is-in-the-map',
    'Add the module to src/module-map.json.',
    { path: '^src/modules/', pathNot: `^src/modules/${oneOf(Object.keys(modules))}/` },
    {},
  ),
  ...Object.entries(modules).flatMap(([module, used]) => [
    rule(
      `${module}-uses-allowed-modules`,
      `${module} may use ${used.join(', ') || 'no other module'}: see src/module-map.json.`,
      { path: `^src/modules/${module}/` },
      { path: '^src/modules/', pathNot: `^src/modules/${oneOf([module, ...used])}/` },
    ),
    rule(
      `${module}-meets-others-at-contracts`,
      'Another module is imported at its contract/ only; what it keeps elsewhere is its own.',
      { path: `^src/modules/${module}/`, pathNot: `^src/modules/${module}/.*${MODULE_FILE}` },
      { path: '^src/modules/', pathNot: [`^src/modules/${module}/`, '^src/modules/[^/]+/contract/'] },
    ),
    rule(
      `${module}-module-files-import-module-files`,
      'For the injector, a module file may import the module file of an allowed module, beside its contract.',
      { path: `^src/modules/${module}/.*${MODULE_FILE}` },
      {
        path: '^src/modules/',
        pathNot: [`^src/modules/${module}/`, '^src/modules/[^/]+/contract/', `^src/modules/([^/]+)/\\1${MODULE_FILE}`],
      },
    ),
  ]),
];

const insideModules = [
  rule(
    'contract-hides-its-module',
    'A contract says what may be asked, not how it is done: it imports nothing else of its module.',
    { path: '^src/modules/([^/]+)/contract/' },
    { path: '^src/modules/$1/', pathNot: '^src/modules/$1/contract/' },
  ),
  rule(
    'vocabulary-below-features',
    "A module's permissions and problems stand below its features; what a feature declares of its own is a part of them.",
    { path: '^src/modules/([^/]+)/[^/]+[.]ts$', pathNot: [MODULE_FILE, SPEC] },
    { path: '^src/modules/$1/[^/]+/', pathNot: ['^src/modules/$1/contract/', VOCABULARY] },
  ),
  rule(
    'module-files-bind-only',
    'What is shared stands in a file of its own, not in a module file.',
    { path: '^src/(?!commands/)[^/]+/', pathNot: [MODULE_FILE, SPEC] },
    { path: MODULE_FILE },
  ),
  ...Object.entries(layers).flatMap(([module, features]) => [
    rule(
      `${module}-feature-is-in-the-map`,
      `Add the feature to the layers of ${module} in src/module-map.json.`,
      { path: `^src/modules/${module}/[^/]+/`, pathNot: `/${oneOf(['contract', ...Object.keys(features)])}/` },
      {},
    ),
    ...Object.entries(features)
      .filter(([, below]) => !below.includes('*'))
      .map(([feature, below]) =>
        rule(
          `${module}-${feature}-builds-on-allowed-features`,
          `${feature} may build on ${below.join(', ') || 'no other feature'}, never back: see src/module-map.json.`,
          { path: `^src/modules/${module}/${feature}/` },
          {
            path: `^src/modules/${module}/[^/]+/`,
            pathNot: `^src/modules/${module}/${oneOf(['contract', feature, ...below])}/`,
          },
        ),
      ),
  ]),
];

const everywhere = [
  rule('no-cycles', 'Files that import each other cannot be understood one by one.', {}, { circular: true }),
  rule(
    'no-orphans',
    'Every source file serves an entry point. The kernel is a vocabulary: its words may wait for their first use.',
    { path: ENTRY_POINT },
    { path: '^src/', pathNot: [SPEC, FIXTURE, ENTRY_POINT, '^src/kernel/'], reachable: false },
  ),
  rule('no-unresolved-import', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  rule(
    'sources-import-sources',
    'What is shipped knows nothing of tests, benchmarks, scripts or build output.',
    { path: '^src/' },
    { path: '^(?:test|bench|scripts|dist)/' },
  ),
  rule('nothing-imports-a-spec', 'A spec is run, not imported.', {}, { path: SPEC }),
  rule('specs-import-fixtures', 'What only specs need is imported by specs.', { pathNot: SPEC }, { path: FIXTURE }),
  rule(
    'sources-use-shipped-packages',
    'Packages of devDependencies, or of no list, are not there in production; only specs may use the former.',
    { path: '^src/', pathNot: SPEC },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
];

module.exports = {
  forbidden: [...trees, ...betweenModules, ...insideModules, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count: they couple as well.
    tsPreCompilationDeps: true,
    // Without `source`, the # imports of package.json lead to dist/, where the rules find nothing to say.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
    baseDir: __dirname,
  },
};
