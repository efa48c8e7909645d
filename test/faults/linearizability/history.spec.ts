import fc from 'fast-check';
import { checkHistory, type Observed, type Register } from './history.js';

type Input = { write: number } | { read: true } | { expect: number; write: number };
/** What was read; of a write, whether it was done. */
type Output = number | boolean;
type Operation = Observed<Input, Output>;

/** One number, which can be written, read, and written by whoever knows what it is. */
const register: Register<number, Input, Output> = {
  apply(state, input, output) {
    if ('read' in input) return output === undefined || output === state ? state : undefined;
    const isDone = !('expect' in input) || input.expect === state;
    return output === undefined || output === isDone ? (isDone ? input.write : state) : undefined;
  },
};

const write = (value: number, from: number, to: number): Operation =>
  to === Infinity ? { input: { write: value }, from, to } : { input: { write: value }, output: true, from, to };
const read = (value: number, from: number, to: number): Operation => ({
  input: { read: true },
  output: value,
  from,
  to,
});
const swap = (expect: number, value: number, isDone: boolean, from: number, to: number): Operation => ({
  input: { expect, write: value },
  output: isDone,
  from,
  to,
});

it.each<[string, Operation[]]>([
  ['nothing', []],
  ['a read of what was written before', [write(1, 1, 2), read(1, 3, 4)]],
  ['a read of either while it is written', [write(1, 1, 9), read(0, 2, 3), read(1, 4, 5)]],
  ['writes that overlap, read in one order', [write(1, 1, 9), write(2, 1, 9), read(2, 10, 11), read(2, 12, 13)]],
  ['a write that nobody heard of and that was done', [write(1, 1, Infinity), read(0, 2, 3), read(1, 4, 5)]],
  ['a write that nobody heard of and that never was', [write(1, 1, Infinity), read(0, 2, 3), read(0, 99, 100)]],
  ['one of two that both knew what it was', [swap(0, 1, true, 1, 9), swap(0, 2, false, 1, 9), read(1, 10, 11)]],
  ['times that touch', [write(1, 1, 2), read(0, 2, 3)]],
])('takes %s', (_, history) => {
  const verdict = checkHistory(history, 0, register);
  expect(verdict.isLinearizable).toBe(true);
  let state = 0;
  for (const { input, output } of verdict.order) {
    const next = register.apply(state, input, output);
    expect([input, output, next]).toEqual([input, output, expect.any(Number)]);
    state = next!;
  }
});

it.each<[string, Operation[], Operation[]]>([
  ['a stale read', [write(1, 1, 2), read(0, 3, 4)], [read(0, 3, 4)]],
  ['a read of what nobody wrote', [read(7, 1, 2)], [read(7, 1, 2)]],
  ['a new value and then the old one', [write(1, 1, 9), read(1, 2, 3), read(0, 4, 5)], [read(0, 4, 5)]],
  ['an acknowledged write that is lost', [write(1, 1, 2), write(2, 3, 4), read(1, 5, 6)], [read(1, 5, 6)]],
  ['two that both knew what it was', [swap(0, 1, true, 1, 9), swap(0, 2, true, 1, 9)], [swap(0, 2, true, 1, 9)]],
  [
    'writes in two orders for two readers',
    [write(1, 1, 9), write(2, 1, 9), read(1, 10, 11), read(2, 12, 13)],
    [read(2, 12, 13)],
  ],
  ['an unheard write that comes and goes', [write(1, 1, Infinity), read(1, 2, 3), read(0, 4, 5)], [read(0, 4, 5)]],
])('refuses %s', (_, history, misfits) => {
  expect(checkHistory(history, 0, register)).toMatchObject({ isLinearizable: false, misfits });
});

/** Tries every order, and every choice of those without an answer. */
function bruteForce(history: readonly Operation[], state: number): boolean {
  const answered = history.filter(({ to }) => to !== Infinity);
  if (answered.length === 0) return true;
  const end = Math.min(...answered.map(({ to }) => to));
  return history.some((operation) => {
    if (operation.from > end) return false;
    const after = register.apply(state, operation.input, operation.output);
    return (
      after !== undefined &&
      bruteForce(
        history.filter((other) => other !== operation),
        after,
      )
    );
  });
}

const inputs = fc.oneof(
  fc.record({ write: fc.nat(2) }),
  fc.constant<Input>({ read: true }),
  fc.record({ expect: fc.nat(2), write: fc.nat(2) }),
);
const intervals = fc.record({ from: fc.nat(12), lasts: fc.nat(6) });
const operations = fc
  .record({ input: inputs, at: intervals, value: fc.nat(2), isDone: fc.boolean(), isLost: fc.nat(5) })
  .map(({ input, at: { from, lasts }, value, isDone, isLost }): Operation => {
    if (isLost === 0) return { input, from, to: Infinity };
    return { input, output: 'read' in input ? value : !('expect' in input) || isDone, from, to: from + lasts };
  });

it('says of any small history what trying every order says', () => {
  const verdicts = { true: 0, false: 0 };
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 6 }), (history) => {
      const { isLinearizable } = checkHistory(history, 0, register);
      verdicts[`${isLinearizable}`] += 1;
      expect(isLinearizable).toBe(bruteForce(history, 0));
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(200);
});

it('takes whatever one register did for many at once', () => {
  const calls = fc.array(fc.record({ input: inputs, before: fc.nat(7), after: fc.nat(7) }), {
    minLength: 150,
    maxLength: 150,
  });
  fc.assert(
    fc.property(calls, (drawn) => {
      let state = 0;
      const history = drawn.map(({ input, before, after }, moment): Operation => {
        const output = 'read' in input ? state : !('expect' in input) || input.expect === state;
        state = register.apply(state, input, output)!;
        return { input, output, from: moment - before - 0.1, to: moment + after + 0.1 };
      });
      expect(checkHistory(history, 0, register).isLinearizable).toBe(true);
    }),
    { numRuns: 20 },
  );
});
