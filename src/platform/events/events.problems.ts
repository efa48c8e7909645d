import { defineProblems } from '#kernel/problem.js';

export const eventProblems = defineProblems({
  event_cursor_expired: { status: 409, title: 'Events after this cursor are not kept any more' },
});
