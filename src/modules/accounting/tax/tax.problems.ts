import { defineProblems } from '#kernel/problem.js';

export const taxProblems = defineProblems({
  tax_calculation_refused: { status: 422, title: 'The document cannot be calculated' },
});
