import { isSpec, sourceFiles } from '../architecture/source-files.js';

const sources = sourceFiles('src').filter((source) => !isSpec(source));
const catalogues = sources.filter(({ path }) => path.endsWith('.problems.ts'));

/** Codes that a catalogue declares and no other file answers with. */
const unansweredIn = (catalogue: string, elsewhere: string) =>
  [...catalogue.matchAll(/^ {2}([a-z_]+): \{ status: /gm)]
    .map(([, code]) => code!)
    .filter((code) => !new RegExp(`[pP]roblems\\s*\\.${code}\\b`).test(elsewhere));

it.each(catalogues.map(({ path, text }) => [path, text]))('%s declares only what is answered', (path, text) => {
  const elsewhere = sources.filter((source) => source.path !== path).map((source) => source.text);
  expect(unansweredIn(text, elsewhere.join('\n'))).toEqual([]);
});

it('would name a code that nobody answers with', () => {
  const catalogue = 'defineProblems({\n  used: { status: 409 },\n  left_over: { status: 409 },\n});';
  expect(catalogues.length).toBeGreaterThan(2);
  expect(unansweredIn(catalogue, 'throw shopProblems.used("…")')).toEqual(['left_over']);
});
