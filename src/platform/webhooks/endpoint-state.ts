export const endpointStates = ['active', 'paused', 'disabled', 'archived'] as const;
export type EndpointState = (typeof endpointStates)[number];

export const disablingReasons = ['gone', 'failing'] as const;
export type DisabledBecause = (typeof disablingReasons)[number];
