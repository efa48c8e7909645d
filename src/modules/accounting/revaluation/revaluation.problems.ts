/** What revaluations refuse. */
export const revaluationProblemDefinitions = {
  revaluation_refused: { status: 422, title: 'The revaluation cannot be like this' },
  revaluation_state: { status: 409, title: 'The revaluation cannot be done or undone now' },
  nothing_to_revalue: { status: 409, title: 'Everything stands at the rates of the day' },
} as const;
