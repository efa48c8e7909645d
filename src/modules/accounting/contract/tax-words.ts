/**
 * Categories of UNCL5305 as EN 16931 takes them: standard, zero-rated, exempt, reverse charge, intra-community supply,
 * export, outside the scope of VAT, and the taxes of the Canary Islands and of Ceuta and Melilla.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;
export type TaxCategory = (typeof taxCategories)[number];

export const documentDirections = ['sale', 'purchase'] as const;
export type DocumentDirection = (typeof documentDirections)[number];

/** What is owed, or what is deducted. */
export const taxSides = ['output', 'input'] as const;
export type TaxSide = (typeof taxSides)[number];

/** What the amount of a line is that names taxes: without them, with those that are paid with it, or the tax itself. */
export const taxedAmounts = ['net', 'gross', 'tax'] as const;
export type TaxedAmount = (typeof taxedAmounts)[number];
