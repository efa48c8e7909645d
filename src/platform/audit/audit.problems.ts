import { defineProblems } from '#kernel/problem.js';

export const auditProblems = defineProblems({
  person_active: { status: 409, title: 'The person is an active member' },
  record_not_sealed: { status: 409, title: 'No seal covers the record yet' },
  seal_before_record: { status: 422, title: 'The seal is before that of the record' },
  proof_too_long: { status: 422, title: 'The proof would be too long' },
});
