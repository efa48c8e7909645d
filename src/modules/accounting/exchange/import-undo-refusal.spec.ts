import type { ProblemError } from '#kernel/problem.js';
import { importUndoRefusal } from './import-undo-refusal.js';

const reasons = (count: number): ProblemError[] =>
  Array.from({ length: count }, (_, at) => ({ pointer: '', code: 'record_in_use', message: `Reason ${at + 1}.` }));

it.each([
  [1, 1, 'Reason 1.'],
  [100, 100, '100 things stand in the way; see errors.'],
  [101, 100, '101 things stand in the way; the first 100 are in errors.'],
  [20_000, 100, '20000 things stand in the way; the first 100 are in errors.'],
])('of %s reasons %s are shown, and all are counted', (count, shown, detail) => {
  const refusal = importUndoRefusal(reasons(count));
  expect(refusal).toMatchObject({ code: 'import_not_undoable', detail });
  expect(refusal.errors).toEqual(reasons(shown));
});
