import { BadRequestException, GoneException, HttpException, ServiceUnavailableException } from '@nestjs/common';
import { defineProblems } from '#kernel/problem.js';
import { problemOf } from './problem-of.js';
import { mergeDatabaseProblems } from './sqlstate.js';

const problems = defineProblems({
  number_taken: { status: 409, title: 'The number is taken' },
  period_closed: { status: 409, title: 'The period is closed' },
});
const declared = mergeDatabaseProblems(
  { entry_number_key: () => problems.number_taken('Choose another number.') },
  { BU101: problems.period_closed },
);

/** What the driver throws, as such and inside TypeORM's error. */
const thrownBy = (fields: object, message = 'value "swordfish"') => {
  const driverError = Object.assign(new Error(message), { severity: 'ERROR', ...fields });
  return [driverError, Object.assign(new Error(`QueryFailedError: ${message}`), { driverError, query: 'SELECT' })];
};

describe('a database error', () => {
  it.each([
    ['22001', 422, 'validation_failed'],
    ['22003', 422, 'validation_failed'],
    ['22007', 422, 'validation_failed'],
    ['22008', 422, 'validation_failed'],
    ['22021', 400, 'malformed_request'],
    ['22P02', 400, 'malformed_request'],
    ['22P05', 400, 'malformed_request'],
    ['25006', 503, 'service_unavailable'],
    ['40001', 503, 'service_unavailable'],
    ['40P01', 503, 'service_unavailable'],
    ['53100', 507, 'storage_full'],
    ['53300', 503, 'service_unavailable'],
    ['55P03', 503, 'service_unavailable'],
    ['57014', 503, 'service_unavailable'],
    ['57P01', 503, 'service_unavailable'],
    ['08006', 503, 'service_unavailable'],
    ['08P01', 503, 'service_unavailable'],
  ])('%s is %i %s, and nothing of it is shown or logged', (code, status, name) => {
    for (const thrown of thrownBy({ code })) {
      const { problem, log } = problemOf(thrown, declared);
      expect(problem).toMatchObject({ status, code: name });
      expect(log).toBeUndefined();
      expect(problem.detail).not.toContain('swordfish');
      expect(status === 503).toBe(problem.headers['Retry-After'] !== undefined);
    }
  });

  it.each([
    ['23503', 409, 'conflict'],
    ['23505', 409, 'conflict'],
    ['23514', 422, 'validation_failed'],
    ['23P01', 409, 'conflict'],
  ])('%s of a constraint that nobody declared is %i, and the log names the constraint', (code, status, name) => {
    for (const thrown of thrownBy({ code, constraint: 'line_amount_check', detail: 'Key (swordfish)' })) {
      const { problem, log } = problemOf(thrown, declared);
      expect(problem).toMatchObject({ status, code: name, errors: [] });
      expect(log).toMatchObject({ level: 'warn', message: expect.stringContaining(`${code} on line_amount_check`) });
      expect(JSON.stringify([problem, log])).not.toContain('swordfish');
    }
  });

  it('of a declared constraint is the declared problem', () => {
    const [thrown] = thrownBy({ code: '23505', constraint: 'entry_number_key' });
    expect(problemOf(thrown, declared)).toEqual({
      problem: problems.number_taken('Choose another number.'),
      failure: expect.objectContaining({ code: '23505', constraint: 'entry_number_key' }),
    });
  });

  it('raised with a declared code carries its detail and errors', () => {
    const errors = [{ pointer: '/entryDate', code: 'period_closed', message: 'January 2026 is closed.' }];
    const [thrown] = thrownBy({ code: 'BU101', detail: JSON.stringify(errors) }, 'January 2026 is closed.');
    expect(problemOf(thrown, declared).problem).toMatchObject({
      code: 'period_closed',
      detail: 'January 2026 is closed.',
      errors,
    });
    const [malformed] = thrownBy({ code: 'BU101', detail: 'not JSON' }, 'January 2026 is closed.');
    expect(problemOf(malformed, declared).problem.errors).toEqual([]);
  });

  it.each(['BU999', '42P01', '42501', '23502', 'P0001', 'XX000', '22012'])(
    '%s that nobody foresaw is a defect',
    (code) => {
      for (const thrown of thrownBy({ code })) {
        const { problem, log } = problemOf(thrown, declared);
        expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
        expect(log).toMatchObject({ level: 'error', message: expect.stringContaining(code) });
        expect(JSON.stringify([problem, log])).not.toContain('swordfish');
        expect(log?.stack).toContain('problem-of.spec');
      }
    },
  );

  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
    new Error('Connection terminated unexpectedly'),
    new Error('Cannot use a pool after calling end on the pool'),
  ])('without a connection is 503: %s', (thrown) => {
    expect(problemOf(thrown, declared).problem).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
  });

  it('with no connection free is 503, and nothing was begun', () => {
    const { problem } = problemOf(new Error('timeout exceeded when trying to connect'), declared);
    expect(problem).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    expect(problem.detail).toContain('nothing was changed');
  });
});

describe('other errors', () => {
  it.each([
    [new BadRequestException('No.'), 400, 'malformed_request', /^No.$/],
    [
      new HttpException('Unsupported Media Type', 415, {
        cause: Object.assign(new Error('Unsupported Media Type'), {
          code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE',
          statusCode: 415,
        }),
      }),
      415,
      'unsupported_media_type',
      /^Send the body as application\/json/,
    ],
    [new BadRequestException('No.', { cause: new Error('swordfish') }), 400, 'malformed_request', /^No.$/],
    [new GoneException('It was here.'), 410, 'request_refused', /^It was here.$/],
    [new ServiceUnavailableException('pool swordfish'), 503, 'service_unavailable', /^The service is not ready.$/],
    [new HttpException('swordfish', 502), 500, 'internal_error', /^Something went wrong here/],
    [new Error('swordfish'), 500, 'internal_error', /^Something went wrong here/],
    ['swordfish', 500, 'internal_error', /^Something went wrong here/],
    [undefined, 500, 'internal_error', /^Something went wrong here/],
    [Object.assign(new Error('x'), { code: 'EPERM' }), 500, 'internal_error', /^Something went wrong here/],
    [
      Object.assign(new Error('x'), { code: 'FST_ERR_SEND_UNDEFINED_ERR', statusCode: 500 }),
      500,
      'internal_error',
      /^Something went wrong here/,
    ],
  ])('%s', (thrown, status, code, detail) => {
    const { problem } = problemOf(thrown, declared);
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toMatch(detail);
  });

  it('are logged with their stack when they are defects', () => {
    expect(problemOf(new TypeError('oops'), declared).log).toMatchObject({
      level: 'error',
      message: 'TypeError: oops',
      stack: expect.stringContaining('problem-of.spec'),
    });
  });
});

describe('the map of the modules', () => {
  it('refuses a name given twice, and one that is neither constraint nor code', () => {
    const one = { BU101: problems.period_closed };
    expect(() => mergeDatabaseProblems(one, one)).toThrow('BU101 is declared twice');
    expect(() => mergeDatabaseProblems({ '23505': problems.period_closed })).toThrow('neither');
    expect(() => mergeDatabaseProblems({ BU1: problems.period_closed })).toThrow('neither');
  });
});
