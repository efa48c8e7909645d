/** What a dimension stands for. */
export const dimensionKinds = ['cost_centre', 'project', 'custom'] as const;
export type DimensionKind = (typeof dimensionKinds)[number];

/** What an account says of a dimension: lines need a value of it, have none, or may have one. */
export const dimensionRequirements = ['required', 'blocked', 'optional'] as const;
export type DimensionRequirement = (typeof dimensionRequirements)[number];

export const MOST_DIMENSIONS_OF_LINE = 20;
