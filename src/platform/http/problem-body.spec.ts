import { Problem } from '#kernel/problem.js';
import { problemBody } from './problem-body.js';

it('shows what texts may not hold instead of sending it', () => {
  const quote = 'Account "a\u009b\u202eb\u0000" is none.';
  const problem = new Problem('refused', 422, 'Refused', quote, [{ pointer: '/a', code: 'unknown', message: quote }]);
  const shown = 'Account "a\ufffd\ufffdb\ufffd" is none.';
  const { detail, errors } = problemBody(problem, 'request');
  expect([detail, errors[0]!.message]).toEqual([shown, shown]);
});
