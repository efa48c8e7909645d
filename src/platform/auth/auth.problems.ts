import { defineProblems } from '#kernel/problem.js';

export const authProblems = defineProblems({
  password_wrong: { status: 422, title: 'The current password is not right' },
  password_refused: { status: 422, title: 'The new password cannot be used' },
});
