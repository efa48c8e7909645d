import { lockfileFaults, type Lock, type Manifest, packagesOf, type Policy } from './lockfile-rules.mjs';

const integrity = `sha512-${'A'.repeat(86)}==`;

const policy: Policy = {
  licences: ['MIT', 'Apache-2.0'],
  licencesOfTools: ['WTFPL'],
  declared: {},
  leastAgeInDays: 7,
  youngPackages: {},
  advisories: {},
};
const manifest: Manifest = { dependencies: { one: '1.2.3' }, allowScripts: {} };

/** A lockfile with one package, different from a good one as told. */
const lockWith = (changes: object, path = 'node_modules/one'): Lock => ({
  lockfileVersion: 3,
  packages: { '': { version: '0.1.0' }, [path]: { version: '1.2.3', integrity, license: 'MIT', ...changes } },
});
const faultsOf = (changes: object, policyChanges: Partial<Policy> = {}) =>
  lockfileFaults({ manifest, lock: lockWith(changes), policy: { ...policy, ...policyChanges } });

it('finds nothing against a package that is pinned, sealed, licensed and runs nothing', () => {
  expect(faultsOf({})).toEqual([]);
});

it('names packages within packages, scopes and aliases', () => {
  const lock = lockWith({}, 'node_modules/a/node_modules/@scope/b');
  lock.packages['node_modules/alias'] = { ...lock.packages['']!, name: 'real' } as never;
  expect(packagesOf(lock).map(({ id }) => id)).toEqual(['@scope/b@1.2.3', 'real@0.1.0']);
});

describe('licences', () => {
  it.each([['(MIT OR GPL-3.0-only)'], ['GPL-3.0-only OR Apache-2.0'], ['Apache-2.0 AND MIT']])('take %s', (license) => {
    expect(faultsOf({ license })).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only'],
    ['AGPL-3.0-or-later'],
    ['UNLICENSED'],
    ['SEE LICENSE IN LICENSE'],
    ['MIT AND GPL-3.0-only'],
    ['MIT OR GPL-2.0-only AND GPL-3.0-only'],
    ['(MIT OR Apache-2.0) AND GPL-3.0-only'],
    ['mit'],
    ['WTFPL'],
    [''],
  ])('refuse %j of what is shipped', (license) => {
    expect(faultsOf({ license })).toEqual([expect.stringMatching(/^one@1\.2\.3 is under .*not allowed/)]);
  });

  it('refuse a package that names none, until it is declared with its reason, for that version only', () => {
    expect(faultsOf({ license: undefined })).toEqual([expect.stringContaining('one@1.2.3 names no licence')]);
    const declared = { 'one@1.2.3': { licence: 'MIT', reason: 'LICENSE' } };
    expect(faultsOf({ license: undefined }, { declared })).toEqual([]);
    expect(faultsOf({ license: undefined, version: '1.2.4' }, { declared })).toEqual([
      expect.stringContaining('one@1.2.4 names no licence'),
      expect.stringContaining('one@1.2.3, whose licence is declared'),
    ]);
  });

  it('are fewer for what is shipped than for tools', () => {
    expect(faultsOf({ license: 'WTFPL', dev: true })).toEqual([]);
  });
});

describe('install scripts', () => {
  const withScript = (allowScripts: Record<string, boolean>) =>
    lockfileFaults({ manifest: { ...manifest, allowScripts }, lock: lockWith({ hasInstallScript: true }), policy });

  it('are refused until somebody has decided', () => {
    expect(withScript({})).toEqual([expect.stringContaining('one has an install script')]);
    expect([withScript({ one: true }), withScript({ one: false })]).toEqual([[], []]);
  });

  it('are decided for what has some', () => {
    expect(withScript({ one: true, two: true })).toEqual([expect.stringContaining('two has no install script')]);
  });
});

describe('versions', () => {
  it.each([
    '^1.2.3',
    '~1.2.3',
    '1.x',
    '*',
    'latest',
    '>=1.2.3',
    'git+ssh://git@github.com/one/one.git',
    'npm:two@1.2.3',
    '',
  ])('of package.json may not be %j', (version) => {
    for (const field of ['dependencies', 'devDependencies', 'overrides'] as const) {
      const faults = lockfileFaults({
        manifest: { ...manifest, [field]: { one: version } },
        lock: lockWith({}),
        policy,
      });
      expect(faults).toEqual([expect.stringContaining('pin it')]);
    }
  });

  it('of overrides may repeat a pinned one, at any depth', () => {
    const overrides = { one: { two: '$two', three: '1.0.0-beta.17' } };
    expect(lockfileFaults({ manifest: { ...manifest, overrides }, lock: lockWith({}), policy })).toEqual([]);
  });
});

describe('the seal', () => {
  it.each([
    ['is missing', { integrity: undefined }, 'no SHA-512 integrity'],
    ['is weak', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no SHA-512 integrity'],
    ['is of another place', { resolved: 'https://example.com/one-1.2.3.tgz' }, 'comes from https://example.com'],
    ['is of plain HTTP', { resolved: 'http://registry.npmjs.org/one/-/one-1.2.3.tgz' }, 'comes from http:'],
    ['is of a repository', { resolved: 'git+ssh://git@github.com/one/one.git#abc' }, 'comes from git+ssh:'],
    ['is of a folder', { link: true, resolved: '../one' }, 'is a link to a folder'],
  ])('that %s is refused', (_how, changes, words) => {
    expect(faultsOf(changes)).toEqual([expect.stringContaining(words)]);
  });

  it('is that of the registry', () => {
    expect(faultsOf({ resolved: 'https://registry.npmjs.org/one/-/one-1.2.3.tgz' })).toEqual([]);
  });
});

it('reads lockfiles of version 3 only, as rules for others are not known', () => {
  expect(() => lockfileFaults({ manifest, lock: { ...lockWith({}), lockfileVersion: 1 }, policy })).toThrow(
    'version 1',
  );
});
