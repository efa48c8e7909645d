import { describeAccess } from './describe-access.js';

it.each<[string, Record<string, unknown>, Record<string, unknown>, string | null, string[]]>([
  ['a list', {}, {}, null, []],
  [
    'a record by its path',
    { id: '0199D1A0-7c1e-7b3a-9c55-3f2b8f0e4a11' },
    {},
    '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    [],
  ],
  ['a record by a parameter', {}, { recordType: 'platform.audit_entry', id: '4711' }, '4711', ['id', 'recordType']],
  ['filters', {}, { 'recordedAt[gte]': '2026-01-01', email: 'anna@example.com' }, null, ['email', 'recordedAt[gte]']],
  [
    'filters as objects',
    {},
    { recordedAt: { gte: '2026-01-01', lt: '2027' } },
    null,
    ['recordedAt[gte]', 'recordedAt[lt]'],
  ],
  ['what is no name', {}, { 'Anna Berg': '1', 'a[0199]': '1' }, null, []],
  ['what is no id', { id: 'anna@example.com' }, {}, null, []],
])('tells of %s the record and the names', (_, params, query, subject, parameters) => {
  expect(describeAccess({ params, query })).toEqual({ subject, parameters });
});
