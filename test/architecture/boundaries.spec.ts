import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const configuration = '.dependency-cruiser.cjs';
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Import = [file: string, imported: string];

interface Violation {
  file: string;
  rule: string;
  to: string;
}

/** What each rule refuses. Rules that are generated for each module or feature are proved on some of them. */
const refused: Record<string, Import[]> = {
  'kernel-stands-alone': [
    ['kernel/planted-a.ts', '#platform/database/transaction.js'],
    ['kernel/planted-b.ts', '#modules/accounting/contract/ledger-posting.js'],
  ],
  'kernel-is-pure': [
    ['kernel/planted-c.ts', '@nestjs/common'],
    ['kernel/planted-d.ts', 'node:fs'],
  ],
  'platform-knows-no-module': [['platform/listing/planted-a.ts', '#modules/administration/contract/legal-entities.js']],
  'nothing-imports-the-composition-root': [
    ['platform/http/planted-a.ts', '../../app.factory.js'],
    ['modules/accounting/journal/planted-a.ts', '../../../app.factory.js'],
  ],
  'across-trees-by-alias': [['platform/http/planted-b.ts', '../../kernel/id.js']],
  'module-is-in-the-map': [['modules/marketing/planted.ts', '#kernel/id.js']],
  'accounting-uses-allowed-modules': [
    ['modules/accounting/reports/planted-a.ts', '#modules/analytics/contract/planted.js'],
  ],
  'administration-uses-allowed-modules': [
    ['modules/administration/legal-entities/planted.ts', '#modules/accounting/contract/ledger-posting.js'],
  ],
  'hr-uses-allowed-modules': [['modules/hr/planted.ts', '#modules/payroll/contract/planted.js']],
  'accounting-meets-others-at-contracts': [
    ['modules/accounting/journal/planted-b.ts', '#modules/administration/legal-entities/legal-entity.entity.js'],
    ['modules/accounting/planted-a.ts', '#modules/administration/administration.problems.js'],
  ],
  'accounting-module-files-import-module-files': [
    [
      'modules/accounting/journal/planted.module.ts',
      '#modules/administration/legal-entities/legal-entities.service.js',
    ],
  ],
  'contract-hides-its-module': [['modules/accounting/contract/planted.ts', '../journal/plan-entry.js']],
  'vocabulary-below-features': [['modules/accounting/planted-b.ts', './journal/plan-entry.js']],
  'module-files-bind-only': [['modules/accounting/journal/planted-c.ts', '../accounting.module.js']],
  'accounting-feature-is-in-the-map': [['modules/accounting/poetry/planted.ts', '#kernel/id.js']],
  'accounting-journal-builds-on-allowed-features': [
    ['modules/accounting/journal/planted-d.ts', '../exchange/sie/sie-file.js'],
    ['modules/accounting/journal/planted-e.ts', '../reports/planted-b.js'],
  ],
  'accounting-exchange-builds-on-allowed-features': [
    ['modules/accounting/exchange/planted-a.ts', '../reports/planted-b.js'],
  ],
  'accounting-chart-builds-on-allowed-features': [['modules/accounting/chart/planted.ts', '../journal/plan-entry.js']],
  'no-cycles': [['platform/http/planted-c.ts', './planted-d.js']],
  'no-unresolved-import': [['platform/http/planted-e.ts', './nowhere.js']],
  'sources-import-sources': [['platform/http/planted-f.ts', '../../../test/support/database.js']],
  'nothing-imports-a-spec': [['platform/http/planted-g.ts', './http.spec.js']],
  'specs-import-fixtures': [['platform/http/planted-fixture-user.ts', './things.fixture.js']],
  'sources-use-shipped-packages': [['platform/http/planted-h.ts', 'fast-check']],
};

const closingTheCycle: Import = ['platform/http/planted-d.ts', './planted-c.js'];

const allowed: Import[] = [
  ['kernel/planted.spec.ts', 'fast-check'],
  ['platform/http/planted.spec.ts', 'fast-check'],
  ['platform/http/planted-too.spec.ts', './things.fixture.js'],
  ['modules/accounting/exchange/planted-b.ts', '../journal/plan-entry.js'],
  ['modules/accounting/reports/planted-b.ts', '#modules/administration/contract/legal-entities.js'],
  ['modules/accounting/reports/planted.module.ts', '#modules/administration/administration.module.js'],
  ['modules/payroll/contract/planted.ts', '#modules/accounting/contract/ledger-posting.js'],
  ['modules/analytics/contract/planted.ts', '#platform/database/transaction.js'],
];

const refusals = Object.entries(refused).flatMap(([rule, imports]) => imports.map((one) => [...one, rule] as const));

/** What a tree breaks for the cruiser of `npm run check`. */
async function cruise(folder: string): Promise<Violation[]> {
  const parameters = [cruiser, '--config', configuration, '--output-type', 'json', 'src'];
  const { stdout } = await run(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 26 });
  const { modules, summary } = JSON.parse(stdout) as {
    modules: object[];
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  expect(modules.length).toBeGreaterThan(200);
  return summary.violations.map(({ rule, from, to }) => ({ file: from.slice('src/'.length), rule: rule.name, to }));
}

/** A copy of the tree with a file for each import above: one run of the cruiser judges both. */
async function plant(folder: string): Promise<void> {
  for (const name of ['src', 'test/support', 'package.json', 'tsconfig.json', configuration]) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [at, [file, imported]] of [...refusals, ...allowed, closingTheCycle].entries()) {
    const path = join(folder, 'src', file);
    await mkdir(dirname(path), { recursive: true });
    // An import of types alone couples as well, so every other one is.
    const word = at % 2 === 0 ? 'import' : 'import type';
    await writeFile(path, `${word} * as planted from '${imported}';\nexport type Planted = typeof planted;\n`);
  }
}

let broken: Violation[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-boundaries-'));
  try {
    await plant(folder);
    broken = await cruise(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
});

// Nothing imports the planted files, so each is an orphan besides.
const rulesBrokenBy = (file: string) =>
  broken.filter((one) => one.file === file && one.rule !== 'no-orphans').map(({ rule }) => rule);

it('keeps its boundaries', () => {
  const files = new Set([...refusals, ...allowed, closingTheCycle].map(([file]) => file));
  expect(broken.filter(({ file }) => !files.has(file))).toEqual([]);
});

it.each(refusals)('%s must not import %s: %s', (file, _imported, rule) => {
  expect(rulesBrokenBy(file)).toEqual([rule]);
});

it.each(allowed)('%s may import %s', (file) => {
  expect(rulesBrokenBy(file)).toEqual([]);
});

it('refuses a file that serves no entry point', () => {
  expect(broken).toContainEqual(expect.objectContaining({ file: 'platform/http/planted-h.ts', rule: 'no-orphans' }));
});

it('has proved every kind of rule', async () => {
  const { stdout } = await run(process.execPath, ['-p', `JSON.stringify(require('./${configuration}').forbidden)`], {
    cwd: root,
  });
  const kindOf = (rule: string) => rule.replace(/^.+?-(?=uses-a|meets-|module-files-i|feature-is|builds-on)/, '');
  const kinds = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => kindOf(name));
  expect(new Set([...Object.keys(refused).map(kindOf), 'no-orphans'])).toEqual(new Set(kinds));
});

describe('src/module-map.json', () => {
  type Uses = Record<string, string[]>;
  let map: { modules: Uses; layers: Record<string, Uses> };

  beforeAll(async () => {
    map = JSON.parse(await readFile(join(root, 'src/module-map.json'), 'utf8')) as typeof map;
  });

  it('names only what it declares, without a way back', () => {
    for (const uses of [map.modules, ...Object.values(map.layers)]) {
      const placed = new Set(['*']);
      let left = Object.keys(uses);
      for (let before = Infinity; left.length < before; left = left.filter((name) => !placed.has(name))) {
        before = left.length;
        for (const name of left) if (uses[name]!.every((used) => placed.has(used))) placed.add(name);
      }
      expect(left).toEqual([]);
    }
  });

  it('lets nobody use analytics, which reads published views', () => {
    expect(Object.values(map.modules).flat()).not.toContain('analytics');
    expect(map.modules['analytics']).toEqual([]);
  });
});
