import { defineProblems } from '#kernel/problem.js';

export const jobProblems = defineProblems({
  job_ended: { status: 409, title: 'The job has ended' },
  job_not_retryable: { status: 409, title: 'The job cannot be tried again' },
  job_given_up: { status: 503, title: 'The job was interrupted too often' },
});
