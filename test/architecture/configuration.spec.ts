import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '#platform/config/configuration.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Settings by name; `undefined` where one is left unset. */
type Settings = Record<string, string | undefined>;

/** The settings that the schema knows, with their defaults: it looks at all of them and at nothing else. */
function settingsOfSchema(): Settings {
  const names = new Set<string>();
  const environment = new Proxy({} as NodeJS.ProcessEnv, {
    get: (_, name) => void names.add(String(name)),
  });
  const defaults: Record<string, string | number | boolean | string[] | number[] | undefined> =
    readEnvironment(environment);
  return settings([...names].map((name) => [name, defaults[name]?.toString()]));
}

const composeOnly = '# --- docker compose only';

/** `#NAME=value` with its meaning above it; what is unset there has an empty or an exemplary value. */
function settingsOfExample(text: string): Settings {
  const known = settingsOfSchema();
  const [own = ''] = text.split(composeOnly);
  return settings(
    Array.from(own.matchAll(/^#([A-Z_]+)=(.*)$/gm), ([, name = '', value]) => [
      name,
      name in known && known[name] === undefined ? undefined : value,
    ]),
  );
}

/** Rows of the table: a default in code font is the value itself, other words tell what stands in for it. */
function settingsOfReadme(text: string): Settings {
  const [, section = ''] = text.split('\n## Settings\n');
  const [table = ''] = section.split('\n## ');
  return settings(
    Array.from(table.matchAll(/^\| `([A-Z_]+)` +\| ([^|]+?) +\| .{10,} \|$/gm), ([, name, value]) => [
      name!,
      /^`([^`]*)`$/.exec(value!)?.[1],
    ]),
  );
}

function settings(entries: [string, string | undefined][]): Settings {
  const names = entries.map(([name]) => name);
  expect(names).toEqual([...new Set(names)]);
  return Object.fromEntries(entries);
}

it('has settings of every kind', () => {
  const known = settingsOfSchema();
  expect(Object.keys(known).length).toBeGreaterThan(10);
  expect(known).toMatchObject({ PORT: '3000', DATA_DIR: '.data' });
  expect(Object.keys(known)).toContain('DATABASE_URL');
  expect(known.DATABASE_URL).toBeUndefined();
});

it('documents every setting with its default in .env.example', () => {
  expect(settingsOfExample(read('.env.example'))).toEqual(settingsOfSchema());
});

it('documents every setting with its default in README.md', () => {
  expect(settingsOfReadme(read('README.md'))).toEqual(settingsOfSchema());
});

it('documents what docker-compose.yml asks for in .env.example', () => {
  const asked = Array.from(read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g), ([, name]) => name!);
  expect(asked.length).toBeGreaterThan(5);
  const example = read('.env.example');
  expect(asked.filter((name) => !example.includes(`\n#${name}=`))).toEqual([]);
});

describe('a page that is not right', () => {
  const example = read('.env.example');
  const readme = read('README.md');
  const row = '| `PORT`';

  it.each([
    ['.env.example without a setting', settingsOfExample, example, example.replace('#PORT=3000\n', '')],
    ['.env.example with another default', settingsOfExample, example, example.replace('#PORT=3000', '#PORT=3001')],
    ['.env.example with an unknown setting', settingsOfExample, example, `#PORTS=1\n${example}`],
    ['README.md without a setting', settingsOfReadme, readme, readme.replace(/^\| `PORT`.*\n/m, '')],
    ['README.md with another default', settingsOfReadme, readme, readme.replace('`3000`', '`3001`')],
    [
      'README.md with an unknown setting',
      settingsOfReadme,
      readme,
      readme.replace(row, '| `PORTS` | `1` | A number of ports. |\n$&'),
    ],
  ])('is noticed: %s', (_, settingsOf, page, changed) => {
    expect(changed).not.toBe(page);
    expect(settingsOf(changed)).not.toEqual(settingsOfSchema());
  });
});
