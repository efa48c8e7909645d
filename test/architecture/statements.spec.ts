import { sourceFiles } from './source-files.js';

// A connection prepares each statement once, under its name: two with the same name fail wherever they meet on one.

const declaration = /:\s*Statement\s*=\s*\{\s*name:\s*'([^']+)'/g;

const namesIn = (source: string): string[] => [...source.matchAll(declaration)].map(([, name]) => name!);

const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

it('finds what is named twice', () => {
  const planted =
    "const A: Statement = { name: 'find', text: 'x' };\nconst B: Statement = {\n  name: 'find',\n  text: 'y' };";
  expect(twice(namesIn(planted))).toEqual(['find']);
});

it('gives each statement a name of its own', () => {
  const names = sourceFiles('src').flatMap(({ text }) => namesIn(text));
  expect(names.length).toBeGreaterThan(300);
  expect(twice(names)).toEqual([]);
});
