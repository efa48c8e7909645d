import { EventCatalogue, type EventDeclaration, schemaNameOf } from './event-declaration.js';

class PostedData {
  id: string;
}
const declared = (type: string): EventDeclaration => ({ type, description: 'x', data: PostedData, example: {} });
const catalogueOf = (...types: string[]) =>
  new EventCatalogue([Object.fromEntries(types.map((type, at) => [String(at), declared(type)]))]);

describe('the catalogue', () => {
  const catalogue = catalogueOf('hr.leave.granted.v1', 'accounting.journal_entry.posted.v1');

  it('has the events of all modules in the order of their types', () => {
    expect(catalogue.all.map(({ type }) => type)).toEqual([
      'accounting.journal_entry.posted.v1',
      'hr.leave.granted.v1',
    ]);
  });

  it.each([
    ['*', true],
    ['accounting.*', true],
    ['accounting.journal_entry.*', true],
    ['accounting.journal_entry.posted.*', true],
    ['accounting.journal_entry.posted.v1', true],
    ['accounting.journal_entry.posted.v2', false],
    ['accounting.journal.*', false],
    ['account.*', false],
    ['payroll.*', false],
    ['accounting', false],
    ['', false],
  ])('knows what %s names: %s', (pattern, known) => {
    expect(catalogue.knows(pattern)).toBe(known);
  });

  it('takes no type twice, none that is no type, and none that would have the name of another', () => {
    expect(() => catalogueOf('hr.leave.granted.v1', 'hr.leave.granted.v1')).toThrow('same type');
    expect(() => catalogueOf('hr.leave.granted.v1', 'payroll.leave.granted.v1')).toThrow('same name');
    for (const type of ['leave.granted.v1', 'hr.leave.granted', 'hr.Leave.granted.v1', 'hr.leave.granted.v0']) {
      expect(() => catalogueOf(type)).toThrow('no type of an event');
    }
  });
});

it.each([
  ['accounting.journal_entry.posted.v1', 'JournalEntryPostedEvent'],
  ['accounting.journal_entry.posted.v2', 'JournalEntryPostedEventV2'],
  ['hr.leave.taken_back.v1', 'LeaveTakenBackEvent'],
])('%s is %s in the API document', (type, name) => {
  expect(schemaNameOf(type)).toBe(name);
});
