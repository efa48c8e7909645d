/** Types that every organization has: the rate of the day, the mean of a period, and that of a closing day (IAS 21). */
const standardRateTypes: ReadonlySet<string> = new Set(['spot', 'average', 'closing']);

export const isStandardRateType = (code: string): boolean => standardRateTypes.has(code);

/** How the code of a type is written. */
export const rateTypeCode = {
  pattern: '^[a-z][a-z0-9_]{0,19}$',
  words: 'lower-case letters, digits and _, beginning with a letter',
};
