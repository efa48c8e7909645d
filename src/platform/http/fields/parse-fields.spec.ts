import { PartialType } from '@nestjs/swagger';
import { IsEmail, validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import fc from 'fast-check';
import { Problem } from '#kernel/problem.js';
import { Choice, Code, Count, CurrencyCode, Flag, List, Money, Nested, OnDate, Ref, Text, Values } from './fields.js';
import { fieldsOf } from './field-metadata.js';
import { parseFields } from './parse-fields.js';
import { refRule } from './text-rules.js';

const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';

class Line {
  @Code(20, { example: '1930' }) accountCode: string;
  @Money({ sign: 'not_negative', optional: true, example: '1250.00' }) debit?: string;
  @Text(200, { optional: true, nullable: true, example: 'Rent' }) description?: string | null;
}

class Address {
  @Text(80, { example: 'Storgatan 1' }) street: string;
}

class Entry {
  @Ref({ optional: true, example: id }) legalEntityId?: string;
  @OnDate({ example: '2026-01-31' }) entryDate: string;
  @Text(200, { example: 'Office rent' }) description: string;
  @Flag({ example: true }) post: boolean;
  @List(() => Line, { min: 2, max: 4 }) lines: Line[];
  @CurrencyCode({ optional: true, example: 'EUR' }) currency?: string;
  @Choice(['draft', 'posted'], { name: 'EntryState', optional: true, example: 'draft' }) state?: string;
  @Count(1, 9, { optional: true, example: 3 }) copies?: number = 1;
  @Values(refRule, { optional: true, max: 3, distinct: true, example: [id] }) tags?: string[];
  @Nested(() => Address, { optional: true, nullable: true }) address?: Address | null;
}

class ChangeEntry extends PartialType(Entry) {}

const entry = (changes: object = {}) => ({
  entryDate: '2026-01-31',
  description: 'Office rent',
  post: true,
  lines: [{ accountCode: '5010', debit: '1250.00' }, { accountCode: '1930' }],
  ...changes,
});

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('accepted bodies', () => {
  it('become instances, initial values included, nested ones too', () => {
    const parsed = parseFields(Entry, entry({ address: { street: 'Storgatan 1' }, tags: [id] }));
    expect(parsed).toEqual({ ...entry(), address: { street: 'Storgatan 1' }, tags: [id], copies: 1 });
    expect(parsed).toBeInstanceOf(Entry);
    expect(parsed.lines[0]).toBeInstanceOf(Line);
    expect(parsed.address).toBeInstanceOf(Address);
  });

  it('keep null where the field may be null, and absent apart from it', () => {
    expect(parseFields(Entry, entry({ address: null })).address).toBeNull();
    expect('address' in parseFields(Entry, entry())).toBe(false);
  });

  it('may leave out every field of a PartialType, and only null what the field itself lets be null', () => {
    expect(parseFields(ChangeEntry, {})).toEqual({ copies: 1 });
    expect(parseFields(ChangeEntry, { address: null }).address).toBeNull();
    expect(problemOf(() => parseFields(ChangeEntry, { description: null })).errors).toEqual([
      { pointer: '/description', code: 'null_not_allowed', message: expect.stringContaining('leave the field out') },
    ]);
  });
});

describe('refused bodies', () => {
  it.each([
    ['no object', [entry()], 400, '', 'invalid_object'],
    ['unknown field', entry({ colour: 'red' }), 400, '/colour', 'unknown_field'],
    ['unknown field with / and ~', entry({ 'a/b~c': 1 }), 400, '/a~1b~0c', 'unknown_field'],
    ['nested unknown field', entry({ address: { street: 'x', no: 1 } }), 400, '/address/no', 'unknown_field'],
    ['name of a method of every object', entry({ toString: 'x' }), 400, '/toString', 'unknown_field'],
    ['missing field', { ...entry(), description: undefined }, 422, '/description', 'required'],
    ['null', entry({ entryDate: null }), 422, '/entryDate', 'null_not_allowed'],
    [
      'money as JSON number',
      entry({ lines: [{ accountCode: '1', debit: 12.5 }, { accountCode: '2' }] }),
      422,
      '/lines/0/debit',
      'number_not_allowed',
    ],
    ['text for a flag', entry({ post: 'true' }), 422, '/post', 'invalid_flag'],
    ['number for text', entry({ description: 5 }), 422, '/description', 'invalid_text'],
    ['text for a number', entry({ copies: '3' }), 422, '/copies', 'invalid_integer'],
    ['no list', entry({ lines: { 0: {} } }), 422, '/lines', 'invalid_list'],
    [
      'list in the list',
      entry({ lines: [[{ accountCode: '1' }], { accountCode: '2' }] }),
      422,
      '/lines/0',
      'invalid_object',
    ],
    ['null in the list', entry({ lines: [{ accountCode: '1' }, null] }), 422, '/lines/1', 'invalid_object'],
    ['too few', entry({ lines: [{ accountCode: '1' }] }), 422, '/lines', 'too_few'],
    ['the same twice', entry({ tags: [id, id] }), 422, '/tags/1', 'repeated'],
    ['too many', entry({ lines: Array(5).fill({ accountCode: '1' }) }), 422, '/lines', 'too_many'],
    ['bad element of values', entry({ tags: [id, 'x'] }), 422, '/tags/1', 'invalid_id'],
    ['no nested object', entry({ address: 'Storgatan 1' }), 422, '/address', 'invalid_object'],
  ])('%s', (_, body, status, pointer, code) => {
    const problem = problemOf(() => parseFields(Entry, body));
    expect({ status: problem.status, errors: problem.errors }).toMatchObject({ status, errors: [{ pointer, code }] });
  });

  it('reports every place, but not more than a reader can use', () => {
    const none = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`field${at}`, 1]));
    expect(problemOf(() => parseFields(Entry, { ...none })).errors).toHaveLength(100);
    const twoFaults = problemOf(() => parseFields(Entry, entry({ post: 1, description: '' })));
    expect(twoFaults.errors.map(({ pointer }) => pointer)).toEqual(['/description', '/post']);
  });
});

describe('text of a query or a path', () => {
  class Query {
    @OnDate({ example: '2026-01-31' }) asOf: string;
    @Flag({ optional: true, example: true }) dryRun?: boolean;
    @Count(1, 200, { optional: true, example: 50 }) limit?: number;
  }

  it('is read into flags and numbers', () => {
    const parsed = parseFields(Query, { asOf: '2026-01-31', dryRun: 'false', limit: '20' }, 'query');
    expect(parsed).toEqual({ asOf: '2026-01-31', dryRun: false, limit: 20 });
  });

  it.each([
    [{ asOf: '2026-02-30' }, '?asOf', 'invalid_date', 'invalid_parameter'],
    [{ asOf: '2026-01-31', dryRun: 'yes' }, '?dryRun', 'invalid_flag', 'invalid_parameter'],
    [{ asOf: '2026-01-31', dryRun: '' }, '?dryRun', 'invalid_flag', 'invalid_parameter'],
    [{ asOf: '2026-01-31', limit: '1e2' }, '?limit', 'invalid_integer', 'invalid_parameter'],
    [{ asOf: '2026-01-31', limit: '0x10' }, '?limit', 'invalid_integer', 'invalid_parameter'],
    [{ asOf: ['2026-01-31', '2026-01-31'] }, '?asOf', 'repeated_parameter', 'invalid_parameter'],
    [{ asOf: '2026-01-31', page: '2' }, '?page', 'unknown_parameter', 'unknown_parameter'],
    [{}, '?asOf', 'required', 'invalid_parameter'],
  ])('%j is refused', (query, pointer, code, problemCode) => {
    const problem = problemOf(() => parseFields(Query, query, 'query'));
    expect(problem).toMatchObject({ status: 400, code: problemCode, errors: [{ pointer, code }] });
  });
});

describe('declarations', () => {
  it('refuse a class without fields, a field declared twice, a foreign rule and an example that breaks its rule', () => {
    class Empty {
      name?: string;
    }
    class Foreign {
      @IsEmail() email: string;
      @Flag({ example: true }) flag: boolean;
    }
    class Twice {
      @Flag({ example: true }) @Text(5, { example: 'x' }) flag: boolean;
    }
    expect(() => fieldsOf(Empty)).toThrow('Empty declares no fields');
    expect(() => fieldsOf(Foreign)).toThrow('Foreign.email has a rule that is not a house field');
    expect(() => fieldsOf(Twice)).toThrow('Twice.flag is declared twice');
    expect(() => Money({ example: '1,5' })).toThrow('example "1,5" breaks its own field');
    expect(() => Values(refRule, { max: 1, example: ['x'] })).toThrow('breaks its own rule');
  });

  it('of a child class replace those of its parent', () => {
    class Child extends Address {
      @Text(5, { example: 'short' }) declare street: string;
    }
    expect(problemOf(() => parseFields(Child, { street: 'Storgatan 1' })).errors[0]?.code).toBe('too_long');
  });
});

describe('class-validator', () => {
  const value = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(
        'x',
        '',
        ' x',
        'EUR',
        '2026-01-31',
        '12.50',
        '-1',
        id,
        'draft',
        true,
        3,
        0,
        1.5,
      ),
    },
    fc.constantFrom<unknown>(null, undefined, {}, [id], []),
    fc.string({ unit: 'binary' }),
  );
  const line = fc.record({ accountCode: value, debit: value, description: value }, { requiredKeys: [] });
  const good = fc.constantFrom(...entry().lines);
  const body = fc
    .record(
      {
        legalEntityId: value,
        entryDate: value,
        description: value,
        post: value,
        // Elements are objects: class-validator also descends into lists in the list, which no field declares.
        lines: fc.oneof(fc.array(good, { maxLength: 5 }), fc.array(fc.oneof(good, line), { maxLength: 5 })),
        currency: value,
        state: value,
        copies: value,
        tags: fc.oneof(value, fc.array(value, { maxLength: 4 })),
        address: fc.oneof(value, fc.record({ street: value }, { requiredKeys: [] })),
        colour: value,
      },
      { requiredKeys: [] },
    )
    .chain((changes) => fc.subarray(Object.keys(changes), { maxLength: 2 }).map((keys) => entry(pick(changes, keys))));

  it('accepts and refuses the same bodies', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(body, (sent) => {
        const plain = JSON.parse(JSON.stringify(sent)) as object;
        const strict = { whitelist: true, forbidNonWhitelisted: true };
        const theirs = validateSync(plainToInstance(Entry, plain), strict).length === 0;
        const ours = accepts(() => parseFields(Entry, plain));
        if (ours) accepted += 1;
        else refused += 1;
        expect(ours).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });
});

const pick = (from: object, keys: string[]) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));

function accepts(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
