export const requestStates = ['pending', 'approved', 'rejected', 'withdrawn', 'voided', 'expired'] as const;
export type RequestState = (typeof requestStates)[number];

export const decisions = ['approve', 'reject'] as const;
export type Decision = (typeof decisions)[number];
