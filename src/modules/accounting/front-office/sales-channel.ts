/** The first that fits an item names the account that it is posted to. */
export interface AccountRule {
  /** The code of the item, or how it begins, with a star behind. */
  itemCode?: string;
  itemTaxClass?: string;
  accountId: string;
}

/** A way to pay, and the account that the money is on until the bank has it. */
export interface PaymentMethod {
  method: string;
  accountId: string;
}

/** What is agreed with a system that sells. */
export interface SalesChannel {
  id: string;
  legalEntityId: string;
  code: string;
  status: 'active' | 'inactive';
  /** Plain decimal text, in the currency of each document. */
  totalsTolerance: string;
  accountRules: readonly AccountRule[];
  paymentMethods: readonly PaymentMethod[];
}

/** The account of an item by the rules of its channel; undefined where none fits. */
export function accountByRules(
  rules: readonly AccountRule[],
  item: { itemCode?: string | undefined; itemTaxClass?: string | null | undefined },
): string | undefined {
  const fits = ({ itemCode, itemTaxClass }: AccountRule) =>
    (itemCode === undefined || fitsCode(itemCode, item.itemCode)) &&
    (itemTaxClass === undefined || itemTaxClass === item.itemTaxClass);
  return rules.find(fits)?.accountId;
}

function fitsCode(pattern: string, code: string | undefined): boolean {
  if (code === undefined) return false;
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
