import { defineProblems } from '#kernel/problem.js';

export const exportProblems = defineProblems({
  export_not_offered: { status: 422, title: 'This is not made into a file' },
  export_refused: { status: 422, title: 'The request of the export would be refused' },
});
