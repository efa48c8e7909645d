/** What taxes that customers withhold refuse. */
export const withholdingProblemDefinitions = {
  withholding_code_taken: { status: 409, title: 'A withholding code with this code exists' },
  withholding_code_refused: { status: 422, title: 'The withholding code cannot be like this' },
  withholding_refused: { status: 422, title: 'The withholding cannot be like this' },
} as const;
