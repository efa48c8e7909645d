import { documentRefusal, type DocumentUse } from './document-refusal.js';

const document = (version: string, ...names: string[]) =>
  JSON.stringify({
    info: { version },
    paths: {},
    components: { schemas: Object.fromEntries(names.map((name) => [name, {}])) },
  });

const broken = 'Clients would break; keep what they use, or raise the version in package.json:\n  schema Old is gone';
const stale = expect.stringMatching(/^The committed document is not what the application answers/) as string;

it.each<[string, DocumentUse, string | undefined, string, string | undefined]>([
  ['the same document', 'write', document('1', 'Old'), document('1', 'Old'), undefined],
  ['the same document', 'check', document('1', 'Old'), document('1', 'Old'), undefined],
  ['the first document', 'write', undefined, document('1', 'Old'), undefined],
  ['the first document', 'check', undefined, document('1', 'Old'), stale],
  ['an addition', 'write', document('1', 'Old'), document('1', 'Old', 'New'), undefined],
  ['an addition', 'check', document('1', 'Old'), document('1', 'Old', 'New'), stale],
  ['a removal', 'write', document('1', 'Old'), document('1', 'New'), broken],
  ['a removal', 'check', document('1', 'Old'), document('1', 'New'), broken],
  ['a removal in another version', 'write', document('1', 'Old'), document('2', 'New'), undefined],
  ['a removal in another version', 'check', document('1', 'Old'), document('2', 'New'), stale],
])('%s, to %s', (_case, use, committed, built, refusal) => {
  expect(documentRefusal(committed, built, use)).toEqual(refusal);
});
