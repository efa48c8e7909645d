import type { BankLineEntryLine, BankLineSettlement } from './bank-line-entry.dto.js';

/**
 * Whether more settles the items than what is paid, a tax that is withheld, a discount or a small difference: then the line is
 * a receipt, which alone records that.
 */
export const isReceipt = ({ settles = [], differenceTolerance }: BankLineEntryLine): boolean =>
  differenceTolerance !== undefined || settles.some((one) => (one.withholdings ?? []).length > 0 || takesDiscount(one));

export const takesDiscount = ({ discount, takeDiscount = false, discountReason }: BankLineSettlement): boolean =>
  typeof discount === 'string' || takeDiscount || discountReason !== undefined;
