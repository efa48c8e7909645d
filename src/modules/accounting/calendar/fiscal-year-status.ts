/** A closed fiscal year has its result in equity and takes no entries; it can be reopened. */
export const yearStatuses = ['open', 'closed'] as const;
export type YearStatus = (typeof yearStatuses)[number];
