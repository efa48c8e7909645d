import { sourceFiles } from './source-files.js';

// The API document has one schema for a name: of two classes that share it, one would describe the answers of both.

/** Classes that fields of requests and answers are declared in. */
const declared = (text: string) =>
  [...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(([, name]) => name!);

function sharedNames(files: readonly { path: string; text: string }[]): string[] {
  const places = new Map<string, string[]>();
  for (const { path, text } of files) {
    for (const name of declared(text)) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

const files = sourceFiles('src').filter(({ path }) => /[.](?:dto|view|list)[.]ts$/.test(path));

it('gives every class of fields a name of its own', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(sharedNames(files)).toEqual([]);
});

it('would find a name that is given twice', () => {
  const twice = ['a.dto.ts', 'b.dto.ts'].map((path) => ({ path, text: 'const x = 1;\nexport class LineView {}\n' }));
  expect(sharedNames(twice)).toEqual(['LineView: a.dto.ts, b.dto.ts']);
});
