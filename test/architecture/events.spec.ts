import { EventCatalogue } from '../../src/platform/events/event-declaration.js';
import { declaredEvents } from '../../src/declared-events.js';
import { parseFields } from '../../src/platform/http/fields/parse-fields.js';
import { isSpec, sourceFiles } from './source-files.js';

const catalogue = new EventCatalogue(declaredEvents);

it.each(catalogue.all.map((event) => [event.type, event] as const))('%s has an example that is one', (_, event) => {
  expect(parseFields(event.data, event.example)).toMatchObject(event.example);
  expect(event.description.length).toBeGreaterThan(20);
});

/** Types that stand in the text of a program or of a function of the database. */
const typesIn = (text: string) =>
  Array.from(text.matchAll(/'([a-z_]+(?:\.[a-z_]+){2}\.v[0-9]+)'/g), ([, type]) => type!);

it('declares every type that a program or a function of the database names', () => {
  const files = sourceFiles('src', 'migrations').filter((file) => !isSpec(file));
  const named = new Set(files.flatMap(({ text }) => typesIn(text)));
  expect(named).toContain('accounting.journal_entry.posted.v1');
  const declared = catalogue.all.map(({ type }) => type);
  expect([...named].filter((type) => !declared.includes(type))).toEqual([]);
  expect(typesIn("INSERT … SELECT 'hr.leave.planted.v1'")).toEqual(['hr.leave.planted.v1']);
});
