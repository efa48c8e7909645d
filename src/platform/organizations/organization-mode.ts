/** What an organization is for; decided at its creation, for good. */
export const organizationModes = ['live', 'test'] as const;
export type OrganizationMode = (typeof organizationModes)[number];

export const modeOf = (isTest: boolean): OrganizationMode => (isTest ? 'test' : 'live');
