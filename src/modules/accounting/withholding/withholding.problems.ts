/** What taxes that customers withhold refuse. */
export const withholdingProblemDefinitions = {
  withholding_code_taken: { status: 409, title: 'A withholding code with this code exists' },
  withholding_code_refused: { status: 422, title: 'The withholding code cannot be like this' },
  withholding_rate_refused: { status: 422, title: 'The withholding rate cannot be like this' },
  withholding_rate_overlap: { status: 409, title: 'The withholding code has a rate on these days' },
  withholding_rate_fixed: { status: 409, title: 'The withholding rate is fixed' },
  withholding_refused: { status: 422, title: 'The withholding cannot be like this' },
} as const;
