import { defineProblems } from '#kernel/problem.js';

export const taxProblems = defineProblems({
  tax_calculation_refused: { status: 422, title: 'The document cannot be calculated' },
  tax_code_taken: { status: 409, title: 'A tax code with this code exists' },
  tax_code_refused: { status: 422, title: 'The tax code cannot be like this' },
  tax_rate_refused: { status: 422, title: 'The tax rate cannot be like this' },
  tax_rate_overlap: { status: 409, title: 'The tax code has a rate on these days' },
  tax_rate_fixed: { status: 409, title: 'The tax rate is fixed' },
  tax_line_refused: { status: 422, title: 'The tax lines do not fit the entry' },
  tax_template_refused: { status: 422, title: 'The tax template needs something else' },
  tax_rule_refused: { status: 422, title: 'The tax rule cannot be like this' },
  tax_rule_ambiguous: { status: 409, title: 'Another tax rule has this priority' },
  tax_return_form_taken: { status: 409, title: 'A tax return form with this code exists' },
  tax_return_form_refused: { status: 422, title: 'The tax return form cannot be like this' },
  tax_return_refused: { status: 422, title: 'The tax return cannot be like this' },
  tax_return_state: { status: 409, title: 'The tax return cannot be opened, filed, amended or settled now' },
  tax_return_settlement_refused: { status: 422, title: 'The tax return cannot be settled like this' },
  tax_return_changed: { status: 409, title: 'Tax lines were added since the boxes were read' },
});
