import fc from 'fast-check';
import { defineList, type ListDefinition } from './define-list.js';
import { filter } from './filter.js';
import { ListCursor } from './list-cursor.js';
import { ListRequest, type Page } from './list-request.js';
import type { ListSql } from './list-sql.js';

const cursors = new ListCursor(Buffer.alloc(32, 7));
const documented = (example: string) => ({ description: 'For tests.', example });
const list: ListDefinition = defineList({
  name: 'row',
  id: 'row.id',
  updatedAt: 'row.updated_at',
  filters: {
    code: filter.text('row.code', { prefix: true, ...documented('a') }),
    day: filter.date('row.day', documented('2026-01-31')),
    amount: filter.decimal('row.amount', documented('1.5')),
  },
  sorts: {
    code: { column: 'row.code', type: 'text' },
    day: { column: 'row.day', type: 'date' },
    amount: { column: 'row.amount', type: 'numeric' },
  },
  defaultSort: 'code',
});

const day = fc.constantFrom('2026-01-30', '2026-01-31', '2026-02-01');
const code = fc.constantFrom('a', 'ab', 'b', 'ba', 'å');
const amount = fc.constantFrom('-10', '-1.5', '0', '2', '10');
const anyRows = fc
  .array(
    fc.record({
      code,
      day,
      amount,
      updated_at: fc.constantFrom('2026-01-31T09:30:00.000000Z', '2026-01-31T09:30:00.000001Z'),
    }),
    {
      maxLength: 40,
    },
  )
  .map((values): Row[] => values.map((value, at) => ({ ...value, id: at.toString(16).padStart(8, '0') })));

const anySort = fc
  .uniqueArray(fc.tuple(fc.constantFrom('', '-'), fc.constantFrom('code', 'day', 'amount', 'updatedAt')), {
    minLength: 1,
    maxLength: 3,
    selector: ([, name]) => name,
  })
  .map((keys) => keys.map(([sign, name]) => sign + name).join(','));

const anyFilters = fc.record(
  {
    code: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }).map((values) => values.join(',')),
    'code[ne]': code,
    'code[prefix]': fc.constantFrom('a', 'b', 'å'),
    'day[gte]': day,
    'day[lt]': day,
    'day[ne]': day,
    'amount[gt]': amount,
    'amount[lte]': amount,
  },
  { requiredKeys: [] },
);

/** A few filters at a time: more leave no rows to page through. */
const someFilters = anyFilters.chain((all) => {
  return fc.subarray(Object.entries(all), { maxLength: 2 }).map((some) => Object.fromEntries(some) as Query);
});

type Query = Record<string, string>;

/** What the query means, said in another way than the code under test says it. */
function matches(row: Row, query: Query): boolean {
  const number = Number(row.amount);
  const holds: Record<string, (value: string) => boolean> = {
    code: (value) => value.split(',').includes(row.code!),
    'code[ne]': (value) => row.code !== value,
    'code[prefix]': (value) => row.code!.startsWith(value),
    'day[gte]': (value) => row.day! >= value,
    'day[lt]': (value) => row.day! < value,
    'day[ne]': (value) => row.day !== value,
    'amount[gt]': (value) => number > Number(value),
    'amount[lte]': (value) => number <= Number(value),
  };
  return Object.entries(query).every(([key, value]) => holds[key]!(value));
}

function inOrder(rows: Row[], sort: string): Row[] {
  const columns: Record<string, string> = { updatedAt: 'updated_at' };
  const keys = sort.split(',').map((key) => ({ descending: key.startsWith('-'), name: key.replace('-', '') }));
  keys.push({ name: 'id', descending: keys.at(-1)!.descending });
  return rows.toSorted((one, other) => {
    for (const { name, descending } of keys) {
      const [a, b] = [one, other].map((row) => row[columns[name] ?? name]!) as [string, string];
      const difference = name === 'amount' ? Number(a) - Number(b) : Buffer.from(a).compare(Buffer.from(b));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

function readAll(rows: Row[], query: Query): string[] {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const request: ListRequest = new ListRequest(list, after === null ? query : { ...query, after }, cursors);
    const selected = runSql(request.sql(['organization']), rows);
    const { data, page }: Page<string> = request.page(selected, ({ id }) => id!);
    ids.push(...data);
    expect(data.length).toBe(page.hasMore ? request.limit : data.length);
    expect(ids.length).toBeLessThanOrEqual(rows.length);
    after = page.next;
  } while (after !== null);
  return ids;
}

it('reads every matching row once and in order, page by page, whatever is asked', () => {
  let pages = 0;
  fc.assert(
    fc.property(anyRows, someFilters, anySort, fc.integer({ min: 1, max: 7 }), (all, where, order, limit) => {
      const expected = inOrder(all, order).filter((row) => matches(row, where));
      if (expected.length > limit) pages += 1;
      expect(readAll(all, { ...where, sort: order, limit: String(limit) })).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: 1000 },
  );
  expect(pages).toBeGreaterThan(100);
});

/** A row by column names, every value as the text that PostgreSQL would give. */
type Row = Record<string, string>;

type Value = string | number | string[];
type Test = (row: Row) => boolean;
type Read = (row: Row) => Value;

/**
 * Runs the pieces of a list's query over rows in memory: a reader of just the SQL that lists are written in, made from
 * the grammar of PostgreSQL and not from the code that writes it, so that the two can disagree.
 */
function runSql(sql: ListSql, rows: readonly Row[]): (Row & { keyset: string[] })[] {
  const test = new Reader(sql.where, sql.parameters).read();
  const order = sql.orderBy.split(', ').map((key) => {
    const [column, direction] = key.split(' ') as [string, string];
    return { read: columnOf(column), sign: direction === 'DESC' ? -1 : 1 };
  });
  const keyset = [...sql.keyset.matchAll(/\(([a-z_.]+)\)::text/g)].map((match) => match[1]!.split('.')[1]!);
  const limit = Number(sql.parameters[Number(/^\$(\d+)::integer$/.exec(sql.limit)![1]) - 1]);
  const selected = rows.filter(test).sort((one, other) => {
    const first = order.map(({ read, sign }) => sign * compare(read(one), read(other))).find((sign) => sign !== 0);
    return first ?? 0;
  });
  return selected
    .slice(0, limit)
    .map((row) => Object.assign({ keyset: keyset.map((name) => row[name]!) }, row)) as never;
}

const columnOf =
  (name: string): Read =>
  (row) => {
    const column = name.split('.')[1]!;
    return column === 'amount' ? Number(row[column]) : row[column]!;
  };

/** Text by code points, as collation C has it. */
function compare(one: Value, other: Value): number {
  if (typeof one === 'number') return Math.sign(one - Number(other));
  return Buffer.from(String(one)).compare(Buffer.from(String(other)));
}

const comparisons: Record<string, (sign: number) => boolean> = {
  '=': (sign) => sign === 0,
  '<': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '<=': (sign) => sign <= 0,
  '>=': (sign) => sign >= 0,
};

class Reader {
  private readonly tokens: string[];

  constructor(
    text: string,
    private readonly parameters: readonly unknown[],
  ) {
    this.tokens = text.match(/\$\d+::[a-z]+(?:\[\])?|[<>]=?|=|[(),]|"C"|[A-Za-z_.]+/g) ?? [];
  }

  read(): Test {
    const test = this.or();
    if (this.tokens.length > 0) throw new Error(`left over: ${this.tokens.join(' ')}`);
    return test;
  }

  private take(...expected: string[]): boolean {
    if (!expected.every((token, at) => this.tokens[at] === token)) return false;
    this.tokens.splice(0, expected.length);
    return true;
  }

  private need(token: string): void {
    if (!this.take(token)) throw new Error(`expected ${token} before ${this.tokens.join(' ')}`);
  }

  private or(): Test {
    const tests = [this.and()];
    while (this.take('OR')) tests.push(this.and());
    return (row) => tests.some((test) => test(row));
  }

  private and(): Test {
    const tests = [this.truth()];
    while (this.take('AND')) tests.push(this.truth());
    return (row) => tests.every((test) => test(row));
  }

  private truth(): Test {
    const test = this.primary();
    return this.take('IS', 'NOT', 'TRUE') ? (row) => !test(row) : test;
  }

  private primary(): Test {
    if (this.take('TRUE')) return () => true;
    if (this.tokens[0] === '(' && this.tokens[2] === ',') return this.rowComparison();
    if (this.take('(')) {
      const test = this.or();
      this.need(')');
      return test;
    }
    const left = this.value();
    const operator = this.tokens.shift()!;
    if (this.take('ANY', '(')) {
      const right = this.value();
      this.need(')');
      return (row) => (right(row) as string[]).some((one) => compare(left(row), one) === 0);
    }
    const right = this.value();
    return (row) => comparisons[operator]!(compare(left(row), right(row)));
  }

  private rowComparison(): Test {
    const left = this.row();
    const operator = this.tokens.shift()!;
    const right = this.row();
    return (row) => {
      const signs = left.map((read, at) => compare(read(row), right[at]!(row)));
      return comparisons[operator]!(signs.find((sign) => sign !== 0) ?? 0);
    };
  }

  private row(): Read[] {
    this.need('(');
    const values = [this.value()];
    while (this.take(',')) values.push(this.value());
    this.need(')');
    return values;
  }

  private value(): Read {
    const token = this.tokens.shift()!;
    const [, place, type] = /^\$(\d+)::(.+)$/.exec(token) ?? [];
    if (place === undefined) {
      this.take('COLLATE', '"C"');
      return columnOf(token);
    }
    const given = this.parameters[Number(place) - 1];
    return () => (type === 'numeric' ? Number(given) : (given as Value));
  }
}
