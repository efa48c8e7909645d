import { defineProblems } from '#kernel/problem.js';

export const auditProblems = defineProblems({
  person_active: { status: 409, title: 'The person is an active member' },
});
