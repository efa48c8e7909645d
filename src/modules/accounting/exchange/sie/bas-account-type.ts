import type { AccountControl, AccountType } from '../../chart/account-type.js';
import type { SieAccountType } from './sie-file.js';

export interface ClassifiedAccount {
  type: AccountType;
  control: AccountControl;
  /** Which rule gave the type, for the import report. */
  rule: string;
}

interface NumberRule {
  /** First digits of the account number. The first rule that fits decides. */
  prefix: RegExp;
  type: AccountType;
  rule: string;
}

/**
 * The chart of accounts BAS by the first digits of a number (BAS 95 and later, which SIE assumes where a file says
 * nothing, specification #KPTYP and #KTYP).
 *
 * - 21 untaxed reserves are a liability: the Swedish annual accounts act lists them under a heading of their own after
 *   equity, they carry a deferred tax, and they cannot be distributed; as equity they would overstate it.
 * - 80 to 83 (results of shares, securities, interest) are income with their write-downs, 84 (interest and the like) and
 *   the numbers that BAS leaves free up to 87 are expense, as are 88 (appropriations) and 89 (tax, result of the year).
 * - 9 is free for internal and cost accounting, which is settled inside the profit and loss account.
 */
const basRules: readonly NumberRule[] = [
  { prefix: /^1/, type: 'asset', rule: 'BAS class 1: assets' },
  { prefix: /^20/, type: 'equity', rule: 'BAS group 20: equity' },
  { prefix: /^21/, type: 'liability', rule: 'BAS group 21: untaxed reserves, outside equity' },
  { prefix: /^2/, type: 'liability', rule: 'BAS class 2: provisions and liabilities' },
  { prefix: /^3/, type: 'income', rule: 'BAS class 3: operating income' },
  { prefix: /^[4-7]/, type: 'expense', rule: 'BAS classes 4 to 7: operating expenses' },
  { prefix: /^8[0-3]/, type: 'income', rule: 'BAS groups 80 to 83: financial income' },
  { prefix: /^8[4-7]/, type: 'expense', rule: 'BAS group 84: financial expenses' },
  { prefix: /^88/, type: 'expense', rule: 'BAS group 88: appropriations' },
  { prefix: /^89/, type: 'expense', rule: 'BAS group 89: taxes and the result of the year' },
  { prefix: /^8/, type: 'expense', rule: 'BAS class 8: financial items' },
  { prefix: /^9/, type: 'expense', rule: 'BAS class 9: internal accounting, inside profit and loss' },
];

const typeOfSieType: Readonly<Record<SieAccountType, AccountType>> = {
  T: 'asset',
  S: 'liability',
  K: 'expense',
  I: 'income',
};

const controlRules: readonly { numbers: RegExp; type: AccountType; control: AccountControl }[] = [
  { numbers: /^151[0-7]/, type: 'asset', control: 'receivable' },
  { numbers: /^19[2-8]/, type: 'asset', control: 'bank' },
  { numbers: /^244[0-79]/, type: 'liability', control: 'payable' },
];

/**
 * Type and control of an account of a SIE file. An override of the request wins over the file's #KTYP, which wins over
 * the BAS class of the number. `undefined` when no rule fits: numbers that start with 0 are outside BAS.
 */
export function classifyAccount(
  number: string,
  sieType: SieAccountType | undefined,
  override: AccountType | undefined,
): ClassifiedAccount | undefined {
  const decided = override ? { type: override, rule: 'override of the request' } : typeByFile(number, sieType);
  return decided && { ...decided, control: controlOf(number, decided.type) };
}

function typeByFile(number: string, sieType?: SieAccountType): Omit<ClassifiedAccount, 'control'> | undefined {
  const bas = basRules.find(({ prefix }) => prefix.test(number));
  if (!sieType) return bas && { type: bas.type, rule: bas.rule };
  // SIE has no letter for equity, and products write either T or S for its accounts.
  if (bas?.type === 'equity' && (sieType === 'T' || sieType === 'S')) {
    return { type: 'equity', rule: `#KTYP ${sieType} in BAS group 20: equity` };
  }
  return { type: typeOfSieType[sieType], rule: `#KTYP ${sieType}` };
}

/**
 * - 1510 to 1517 are claims on customers; 1518 (outside the customer ledger) and 1519 (impairment) are not.
 * - 1920 to 1989 are accounts at banks; 1910 to 1919 (cash in hand) have no statement, 1990 holds money of others.
 * - 2440 to 2449 are debts to suppliers, without 2448 (outside the supplier ledger).
 */
function controlOf(number: string, type: AccountType): AccountControl {
  return controlRules.find((rule) => rule.type === type && rule.numbers.test(number))?.control ?? 'none';
}
