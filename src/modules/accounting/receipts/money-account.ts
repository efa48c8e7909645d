import type { ProblemError } from '#kernel/problem.js';

/** A ledger account that money goes to or comes from, and the bank account that it is, if any. */
export interface MoneyAccount {
  id: string;
  code: string;
  type: string;
  control: string;
  isGroup: boolean;
  isActive: boolean;
  currency: string | null;
  bankAccountId: string | null;
  bankCurrency: string | null;
  isBankActive: boolean | null;
}

/** How a request names where the money is. */
export interface NamedMoney {
  bankAccountId?: string;
  accountId?: string;
}

/** Why the account cannot take or give the money; pure. */
export function moneyAccountFault(
  named: NamedMoney,
  account: MoneyAccount | undefined,
  currency: string,
): ProblemError | undefined {
  const pointer = named.bankAccountId === undefined ? '/accountId' : '/bankAccountId';
  const fault = (code: string, message: string) => ({ pointer, code, message });
  if ((named.bankAccountId === undefined) === (named.accountId === undefined)) {
    return fault('money_account_required', 'Say where the money is, by bankAccountId or by accountId; not by both.');
  }
  if (!account) return fault('unknown_account', 'The legal entity has no such account.');
  const { code, type, control, isGroup, isActive, bankCurrency, isBankActive } = account;
  if (isBankActive === false) return fault('bank_account_inactive', 'The bank account is inactive.');
  if (isGroup) return fault('account_is_group', `Account ${code} is a group and takes no postings.`);
  if (!isActive) return fault('account_inactive', `Account ${code} is inactive.`);
  if ((type !== 'asset' && type !== 'liability') || control === 'receivable' || control === 'payable') {
    const message = `Account ${code} holds no money: it is no asset or liability, or it controls what is owed.`;
    return fault('account_of_no_money', message);
  }
  const own = bankCurrency ?? account.currency;
  if (own !== null && own !== currency) {
    return fault('account_currency', `Account ${code} is in ${own}, the payment in ${currency}.`);
  }
  return undefined;
}
