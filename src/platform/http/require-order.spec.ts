import { Problem } from '#kernel/problem.js';
import { type RangeParameters, requireOrder } from './require-order.js';

function refusalOf(range: RangeParameters): string | undefined {
  try {
    requireOrder(range);
    return undefined;
  } catch (error) {
    const { status, code, errors } = error as Problem;
    return [status, code, ...errors.map((one) => `${one.pointer} ${one.code}`)].join(' ');
  }
}

it.each<[string, RangeParameters]>([
  ['without bounds', {}],
  ['without a beginning', { to: '2026-01-01' }],
  ['without an end', { from: '2026-01-01' }],
  ['of a day', { from: '2026-01-01', to: '2026-01-01' }],
  ['of days', { from: '2026-01-31', to: '2026-02-01' }],
  ['of instants with different offsets', { from: '2026-01-01T12:00:00+02:00', before: '2026-01-01T11:00:00Z' }],
])('takes a range %s', (_, range) => expect(refusalOf(range)).toBeUndefined());

it.each<[string, RangeParameters, string]>([
  ['of days', { from: '2026-02-01', to: '2026-01-31' }, '?to'],
  ['of instants', { from: '2026-01-01T11:00:00Z', before: '2026-01-01T10:59:59Z' }, '?before'],
  ['of an instant', { from: '2026-01-01T12:00:00+01:00', before: '2026-01-01T11:00:00Z' }, '?before'],
])('refuses a reversed range %s', (_, range, pointer) => {
  expect(refusalOf(range)).toBe(`400 invalid_parameter ${pointer} range_reversed`);
});
