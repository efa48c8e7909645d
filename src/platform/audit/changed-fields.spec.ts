import { changedFields, fieldName } from './changed-fields.js';

const personalValues = null;
const commitment = (digest: string) => ({ personal_sha256: digest });

describe('fields of a change', () => {
  it('are all of a new record, in the names of the API and without the organization', () => {
    const after = {
      organization_id: 'o',
      id: 'r',
      is_group: false,
      parent_id: null,
      created_at: '2026-03-01T08:00:00+00:00',
    };
    expect(changedFields({ before: null, after, personalValues })).toEqual({
      before: {},
      after: { id: 'r', isGroup: false, parentId: null, createdAt: '2026-03-01T08:00:00.000Z' },
      erased: [],
    });
  });

  it('are all of a deleted record', () => {
    expect(changedFields({ before: { id: 'r', total: '10.00' }, after: null, personalValues })).toEqual({
      before: { id: 'r', total: '10.00' },
      after: {},
      erased: [],
    });
  });

  it('are the changed ones of another, lists and objects included', () => {
    const before = { id: 'r', name: 'Old', roles: ['a'], address: { city: 'Lund' }, version: 1 };
    const after = { ...before, name: 'New', roles: ['a', 'b'], version: 2 };
    expect(changedFields({ before, after, personalValues })).toEqual({
      before: { name: 'Old', roles: ['a'], version: 1 },
      after: { name: 'New', roles: ['a', 'b'], version: 2 },
      erased: [],
    });
  });

  it('show personal values in the place of their commitments', () => {
    const change = {
      before: { email: commitment('1'), name: commitment('3') },
      after: { email: commitment('2'), name: commitment('3') },
      personalValues: [
        { column: 'email', before: 'old@example.com', after: 'new@example.com', isErased: false },
        { column: 'name', before: 'Anna', after: 'Anna', isErased: false },
      ],
    };
    expect(changedFields(change)).toEqual({
      before: { email: 'old@example.com' },
      after: { email: 'new@example.com' },
      erased: [],
    });
  });

  it('are told without their values where these were erased, and still only where they changed', () => {
    const erased = { before: null, after: null, isErased: true };
    const change = {
      before: { email: commitment('1'), name: commitment('3') },
      after: { email: commitment('2'), name: commitment('3') },
      personalValues: [
        { column: 'email', ...erased },
        { column: 'name', ...erased },
      ],
    };
    expect(changedFields(change)).toEqual({ before: { email: null }, after: { email: null }, erased: ['email'] });
  });

  it('keep a text that only looks like an instant by its name', () => {
    expect(changedFields({ before: null, after: { look_at: 'the sky' }, personalValues }).after).toEqual({
      lookAt: 'the sky',
    });
  });
});

it.each([
  ['id', 'id'],
  ['retained_earnings_account_id', 'retainedEarningsAccountId'],
  ['line_2_text', 'line2Text'],
])('%s is the field %s', (column, field) => expect(fieldName(column)).toBe(field));
