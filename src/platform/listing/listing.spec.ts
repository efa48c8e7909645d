import fc from 'fast-check';
import { Problem } from '#kernel/problem.js';
import { defineList } from './define-list.js';
import { filter } from './filter.js';
import { ListCursor } from './list-cursor.js';
import { ListRequest } from './list-request.js';
import { afterPrefix } from './list-sql.js';

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
const cursors = new ListCursor(Buffer.alloc(32, 7));
const documented = (example: string) => ({ description: 'For tests.', example });

const entryList = defineList({
  name: 'entry',
  id: 'entry.id',
  updatedAt: 'entry.updated_at',
  filters: {
    number: filter.text('entry.number', { prefix: true, ...documented('A1') }),
    status: filter.choice('entry.status', ['draft', 'posted'], { name: 'EntryStatus', ...documented('draft') }),
    accountId: filter.ref('entry.account_id', documented(id)),
    entryDate: filter.date('entry.entry_date', documented('2026-01-31')),
    amount: filter.decimal('entry.amount', documented('12.50')),
    lines: filter.integer('entry.line_count', documented('2')),
    reversed: filter.flag('entry.reversed', documented('true')),
  },
  sorts: {
    number: { column: 'entry.number', type: 'text' },
    entryDate: { column: 'entry.entry_date', type: 'date' },
    amount: { column: 'entry.amount', type: 'numeric' },
  },
  defaultSort: '-entryDate,number',
});

const request = (query: Record<string, unknown> = {}, list = entryList) => new ListRequest(list, query, cursors);
const sqlOf = (query: Record<string, unknown> = {}) => request(query).sql(['org']);

function refusal(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('the query string', () => {
  it.each([
    [{}, 'TRUE', []],
    [{ number: 'A1' }, 'entry.number = $2::text', ['A1']],
    [{ 'number[eq]': 'A1,B2' }, 'entry.number = ANY ($2::text[])', [['A1', 'B2']]],
    [{ 'status[ne]': 'draft' }, '(entry.status = ANY ($2::text[])) IS NOT TRUE', [['draft']]],
    [{ accountId: id }, 'entry.account_id = $2::uuid', [id]],
    [{ reversed: 'false' }, 'entry.reversed = $2::boolean', ['false']],
    [{ 'lines[gt]': '2' }, 'entry.line_count > $2::bigint', ['2']],
    [{ 'amount[lt]': '-0.5' }, 'entry.amount < $2::numeric', ['-0.5']],
    [{ 'updatedAt[gte]': '2026-01-31T09:30:00Z' }, 'entry.updated_at >= $2::timestamptz', ['2026-01-31T09:30:00Z']],
    [
      { 'entryDate[gte]': '2026-01-01', 'entryDate[lte]': '2026-01-31' },
      'entry.entry_date >= $2::date AND entry.entry_date <= $3::date',
      ['2026-01-01', '2026-01-31'],
    ],
    [
      { 'number[prefix]': 'Å 1' },
      'entry.number COLLATE "C" >= $2::text AND entry.number COLLATE "C" < $3::text',
      ['Å 1', 'Å 2'],
    ],
  ])('%j becomes SQL', (query, where, values) => {
    expect(sqlOf(query)).toMatchObject({ where, parameters: ['org', ...values, 51] });
  });

  it('is sorted by default, and by the id at last', () => {
    expect(sqlOf()).toMatchObject({
      orderBy: 'entry.entry_date DESC, entry.number ASC, entry.id ASC',
      keyset: 'ARRAY[(entry.entry_date)::text, (entry.number)::text, (entry.id)::text] AS keyset',
      limit: '$2::integer',
    });
    expect(sqlOf({ sort: '-number', limit: '200' })).toMatchObject({
      orderBy: 'entry.number DESC, entry.id DESC',
      parameters: ['org', 201],
    });
  });

  it.each([
    [{ colour: 'red' }, '?colour', 'unknown_parameter'],
    [{ toString: 'x' }, '?toString', 'unknown_parameter'],
    [{ 'number[like]': 'A%' }, '?number[like]', 'unknown_parameter'],
    [{ 'status[gt]': 'draft' }, '?status[gt]', 'unknown_parameter'],
    [{ 'entryDate[gte': '2026-01-01' }, '?entryDate[gte', 'unknown_parameter'],
    [{ 'sort[eq]': 'number' }, '?sort[eq]', 'unknown_parameter'],
    [{ number: ['A', 'B'] }, '?number', 'repeated_parameter'],
    [{ number: 'A', 'number[eq]': 'B' }, '?number[eq]', 'repeated_parameter'],
    [{ limit: ['1', '2'] }, '?limit', 'repeated_parameter'],
    [{ number: '' }, '?number', 'too_short'],
    [{ number: 'A,,B' }, '?number', 'too_short'],
    [{ number: Array(101).fill('A').join(',') }, '?number', 'too_many'],
    [{ status: 'draft,open' }, '?status', 'invalid_choice'],
    [{ accountId: '7' }, '?accountId', 'invalid_id'],
    [{ entryDate: '2026-02-30' }, '?entryDate', 'invalid_date'],
    [{ entryDate: '2026-01-01,2026-01-02' }, '?entryDate', 'invalid_date'],
    [{ amount: '1e3' }, '?amount', 'invalid_decimal'],
    [{ lines: '1.5' }, '?lines', 'invalid_integer'],
    [{ lines: '9007199254740993' }, '?lines', 'too_large'],
    [{ reversed: 'yes' }, '?reversed', 'invalid_flag'],
    [{ 'updatedAt[gte]': '2026-01-31' }, '?updatedAt[gte]', 'invalid_instant'],
    [{ limit: '0' }, '?limit', 'too_small'],
    [{ limit: '201' }, '?limit', 'too_large'],
    [{ limit: 'many' }, '?limit', 'invalid_integer'],
    [{ sort: 'status' }, '?sort', 'invalid_sort'],
    [{ sort: 'number,-number' }, '?sort', 'invalid_sort'],
    [{ sort: 'number,entryDate,amount,updatedAt' }, '?sort', 'invalid_sort'],
    [{ sort: '' }, '?sort', 'invalid_sort'],
    [{ sort: 'number;drop table entry' }, '?sort', 'invalid_sort'],
    [{ after: 'x'.repeat(4001) }, '?after', 'invalid_cursor'],
  ])('%j is refused', (query, pointer, code) => {
    const problem = refusal(() => request(query));
    const expected = code === 'unknown_parameter' ? code : 'invalid_parameter';
    expect(problem).toMatchObject({ status: 400, code: expected, errors: [{ pointer, code }] });
  });

  it('is refused with all its findings at once', () => {
    expect(refusal(() => request({ limit: '0', sort: 'x', status: 'x' })).errors).toHaveLength(3);
  });
});

describe('the whole query', () => {
  it('joins the parts, the given parameters first', () => {
    const { text, parameters } = request({ status: 'posted', limit: '10' }).select({
      columns: 'entry.id, entry.number',
      from: 'accounting.entry AS entry',
      where: 'entry.organization_id = $1 AND entry.legal_entity_id = $2',
      parameters: ['org', 'entity'],
    });
    expect(text).toBe(
      [
        'SELECT entry.id, entry.number , ARRAY[(entry.entry_date)::text, (entry.number)::text, (entry.id)::text] AS keyset',
        'FROM accounting.entry AS entry',
        'WHERE entry.organization_id = $1 AND entry.legal_entity_id = $2 AND entry.status = $3::text',
        'ORDER BY entry.entry_date DESC, entry.number ASC, entry.id ASC LIMIT $4::integer',
      ].join(' '),
    );
    expect(parameters).toEqual(['org', 'entity', 'posted', 11]);
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((number) => ({ number, keyset: ['2026-01-31', number, id] }));
  const page = (query: Record<string, unknown>) => request(query).page(rows, ({ number }) => number);

  it('has as many rows as were asked for, and tells whether there are more', () => {
    expect(page({ limit: '3' })).toEqual({ data: ['a', 'b', 'c'], page: { hasMore: false, next: null } });
    expect(page({ limit: '2' })).toEqual({ data: ['a', 'b'], page: { hasMore: true, next: expect.any(String) } });
  });

  it('is followed by one after its last row', () => {
    const { next } = page({ limit: '2' }).page;
    const { where, parameters } = sqlOf({ limit: '5', after: next });
    expect(where).toBe(
      'entry.entry_date <= $2::date AND (entry.entry_date < $2::date OR (entry.entry_date = $2::date AND ' +
        '(entry.number > $3::text OR (entry.number = $3::text AND entry.id > $4::uuid))))',
    );
    expect(parameters).toEqual(['org', '2026-01-31', 'b', id, 6]);
    const same = page({ limit: '1', sort: 'number,entryDate' }).page.next;
    expect(sqlOf({ sort: 'number,entryDate', after: same }).where).toBe(
      '(entry.number, entry.entry_date, entry.id) > ($2::text, $3::date, $4::uuid)',
    );
  });

  it('has a cursor that only holds for the same list, filters and sort, however they are written', () => {
    const query = { status: 'draft,posted', 'entryDate[gte]': '2026-01-01', limit: '2' };
    const after = page(query).page.next!;
    const { status, ...rest } = query;
    const other = defineList({
      name: 'other',
      id: 'o.id',
      updatedAt: 'o.u',
      filters: {},
      sorts: {},
      defaultSort: 'updatedAt',
    });
    expect(() =>
      request({ ...rest, status: 'posted,draft', limit: '7', after, sort: '-entryDate,number' }),
    ).not.toThrow();
    for (const changed of [
      { ...rest },
      { ...query, status: 'draft' },
      { ...query, sort: 'number' },
      { ...query, lines: '2' },
    ]) {
      expect(refusal(() => request({ ...changed, after }))).toMatchObject({ status: 400, code: 'invalid_cursor' });
    }
    expect(refusal(() => request({ after }, other)).code).toBe('invalid_cursor');
    expect(
      refusal(() => new ListRequest(entryList, { ...query, after }, new ListCursor(Buffer.alloc(32, 8)))).code,
    ).toBe('invalid_cursor');
    expect(status).toBeDefined();
  });
});

describe('a cursor', () => {
  it('comes back as it was written, and as nothing when any of it is changed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        text,
        (binding, position, at, other) => {
          const cursor = cursors.write(binding, position);
          expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(cursors.read(binding, cursor)).toEqual(JSON.parse(JSON.stringify(position)));
          const index = at % cursor.length;
          const flipped = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
          expect(cursors.read(binding, flipped)).toBeUndefined();
          expect(cursors.read(binding, `${cursor}A`)).toBeUndefined();
          expect(cursors.read(binding, cursor.slice(0, -1))).toBeUndefined();
          fc.pre(other !== binding);
          expect(cursors.read(other, cursor)).toBeUndefined();
        },
      ),
    );
  });

  it.each(['', '.', 'AAAA', 'null', 'A'.repeat(100), '%00', 'é'])('that was made up is nothing: %j', (cursor) => {
    expect(cursors.read('x', cursor)).toBeUndefined();
  });

  it('needs a proper key', () => expect(() => new ListCursor(Buffer.alloc(16))).toThrow(RangeError));
});

describe('the end of a prefix', () => {
  it('is the least text above every text with the prefix', () => {
    const character = fc.constantFrom('a', 'z', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}');
    const text = fc.string({ unit: character, maxLength: 4 });
    const bytes = (one: string) => Buffer.from(one);
    fc.assert(
      fc.property(text, text, (prefix, other) => {
        fc.pre(prefix !== '');
        const end = afterPrefix(prefix);
        const isInside =
          bytes(other).compare(bytes(prefix)) >= 0 && (end === undefined || bytes(other).compare(bytes(end)) < 0);
        expect(isInside).toBe(other.startsWith(prefix));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a definition', () => {
  const base = { name: 'x', id: 'x.id', updatedAt: 'x.updated_at', filters: {}, sorts: {}, defaultSort: 'updatedAt' };
  const date = filter.date('x.day', documented('2026-01-31'));

  it.each<[string, () => unknown, string]>([
    ['sorts by an unknown key', () => defineList({ ...base, defaultSort: 'name' }), 'the default sort name of x'],
    [
      'takes the name of a parameter of every list',
      () => defineList({ ...base, filters: { limit: date } }),
      'limit is no name',
    ],
    ['has a name that is no parameter', () => defineList({ ...base, filters: { 'a[b]': date } }), 'a[b] is no name'],
    [
      'has an example that breaks its rule',
      () => filter.date('x.day', documented('2026-02-30')),
      'breaks its own rule',
    ],
  ])('that %s is refused', (_, define, message) => expect(define).toThrow(message));
});
