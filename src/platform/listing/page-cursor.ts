import { finding, type ValueRule } from '../http/fields/rule.js';
import { platformProblems } from '../http/platform.problems.js';
import type { ListCursor } from './list-cursor.js';

/** Most lines or entries on a page, and as many as a page has where nothing is said. */
export const MOST_ON_PAGE = 200;
export const USUAL_ON_PAGE = 50;

const form = /^[A-Za-z0-9_-]{40,4000}$/;

/** The form of a cursor; whether it belongs to what is read is seen once its parameters are known. */
export const cursorRule: ValueRule = {
  schema: { type: 'string', pattern: form.source, maxLength: 4000 },
  check: (value) =>
    typeof value === 'string' && form.test(value)
      ? undefined
      : finding('invalid_cursor', 'Must be a cursor as an earlier page answered it.'),
};

/** The place that a cursor names; undefined on the first page. */
export function positionOf(
  cursors: ListCursor,
  binding: string,
  after: string | undefined,
): readonly string[] | undefined {
  if (after === undefined) return undefined;
  const position = cursors.read(binding, after);
  if (position) return position;
  const message = 'Must be a cursor of what is read, answered for the same parameters; start again without it.';
  throw platformProblems.invalid_cursor(message, [{ pointer: '?after', code: 'invalid_cursor', message }]);
}
