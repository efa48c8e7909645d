export const dateFormats = ['year_month_day', 'compact', 'day_month_year', 'month_day_year'] as const;
export type DateFormat = (typeof dateFormats)[number];
export const decimalSeparators = ['point', 'comma'] as const;
export type DecimalSeparator = (typeof decimalSeparators)[number];
export const groupSeparators = ['none', 'point', 'comma', 'blank', 'apostrophe'] as const;
export type GroupSeparator = (typeof groupSeparators)[number];
/** How parts of something are written: 5 % or 0.05. */
export const rateUnits = ['percent', 'fraction'] as const;
export type RateUnit = (typeof rateUnits)[number];
