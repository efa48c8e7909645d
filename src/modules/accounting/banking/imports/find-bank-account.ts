import type { ReadStatement } from '../reading/read-statement.js';
import { isIban } from '../reading/creditor-reference.js';

/** What of a bank account files name. */
export interface NamedBankAccount {
  id: string;
  iban: string | null;
  number: string | null;
  currency: string;
}

export type FoundBankAccount<Account> =
  { account: Account; problem?: undefined } | { account?: undefined; problem: { code: string; message: string } };

/** The currency of a statement, where it says one. */
function currencyOfStatement({ account, balances, lines }: ReadStatement): string | null {
  const stated = balances.find(({ type }) => type === 'closing' || type === 'opening') ?? balances[0];
  return account.currency ?? stated?.currency ?? lines[0]?.currency ?? null;
}

/** The bank account that a statement names, among those of the legal entity; pure. */
export function findBankAccount<Account extends NamedBankAccount>(
  statement: ReadStatement,
  accounts: readonly Account[],
): FoundBankAccount<Account> {
  const named = accounts.filter((account) => names(statement, account));
  const currency = currencyOfStatement(statement);
  const inCurrency = named.length > 1 ? named.filter((account) => account.currency === currency) : named;
  const [account, ...others] = inCurrency;
  const shown = shownAccount(statement);
  if (account && others.length === 0) return { account };
  if (account) {
    const message = `Several bank accounts are the ${shown} of the file; name one with bankAccountId.`;
    return { problem: { code: 'account_ambiguous', message } };
  }
  const message = `No active bank account of the legal entity is the ${shown} of the file; create it, or name one with bankAccountId.`;
  return { problem: { code: 'account_unknown', message } };
}

/** Whether the file names another account than the one that the request names. */
export function namesAnother(statement: ReadStatement, account: NamedBankAccount): boolean {
  const iban = ibanOf(statement);
  if (iban !== null && account.iban !== null) return iban !== account.iban;
  return statement.account.number !== null && account.number !== null && !names(statement, account);
}

export const shownAccount = ({ account: { iban, number, bank } }: ReadStatement): string =>
  iban ? `IBAN ${iban}` : number ? `account ${[bank, number].filter(Boolean).join('/')}` : 'account without a number';

function names(statement: ReadStatement, { iban, number }: NamedBankAccount): boolean {
  const told = ibanOf(statement);
  if (told !== null) return told === iban;
  const { number: toldNumber, bank } = statement.account;
  if (toldNumber === null) return false;
  const plain = plainNumber(toldNumber);
  if (number !== null && [plain, plainNumber(`${bank ?? ''}${toldNumber}`)].includes(plainNumber(number))) return true;
  // The domestic number is the end of the IBAN, the code of the bank stands before it.
  const basic = iban?.slice(4) ?? '';
  const code = plainNumber(bank ?? '');
  return plain.length >= 5 && basic.endsWith(plain) && (code === '' || !/^\d+$/.test(code) || basic.includes(code));
}

function ibanOf({ account: { iban, number } }: ReadStatement): string | null {
  const told = (iban ?? number ?? '').replaceAll(' ', '').toUpperCase();
  return iban !== null || isIban(told) ? told : null;
}

const plainNumber = (text: string) =>
  text
    .replaceAll(/[^\dA-Za-z]/g, '')
    .replace(/^0+/, '')
    .toUpperCase();
