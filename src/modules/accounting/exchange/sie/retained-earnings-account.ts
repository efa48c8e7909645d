import { classifyAccount } from './bas-account-type.js';
import { ofBooks } from './plan-sie-accounts.js';
import { yearOf } from './plan-sie-year.js';
import { quoted, type SiePlace } from './sie-findings.js';
import type { PlannedAccount, SiePlanning } from './sie-import-plan.js';

/** Legal forms whose owners have capital accounts of their own (201x): sole trader and partnerships. */
const ownersForms = new Set(['E', 'HB', 'KB']);

/**
 * Where BAS puts the result of the year before: companies have 2098 (result of the year before), 2091 (retained) and
 * 2099 (result of the year), associations and foundations 2068, 2067 and 2069, sole traders and partnerships 2019 and 2010.
 */
const companyAccounts = ['2098', '2091', '2099', '2068', '2067', '2069'];
const ownersAccounts = ['2019', '2010'];

const created = { code: '2098', name: 'Vinst eller förlust från föregående år' };

/**
 * The equity account that takes the previous year's result: the one that the request names, else the one that the books
 * name, else the first of the BAS accounts that the file or the books have (owners' accounts first for a sole trader or
 * partnership), else a new account 2098. `undefined` after a fault.
 */
export function retainedEarningsAccount(planning: SiePlanning): string | undefined {
  const { options, books, file } = planning;
  if (options.retainedEarningsAccount !== undefined) {
    return requireEquity(options.retainedEarningsAccount, planning, { option: 'retainedEarningsAccount' });
  }
  const line = yearOf(file).line;
  if (books.retainedEarningsAccount !== undefined) return requireEquity(books.retainedEarningsAccount, planning, line);
  const order = ownersForms.has(file.legalForm?.toUpperCase() ?? '')
    ? [...ownersAccounts, ...companyAccounts]
    : [...companyAccounts, ...ownersAccounts];
  const found = order.find((code) => accountOf(code, planning)?.type === 'equity' && isOpen(code, planning));
  if (found === undefined && !accountOf(created.code, planning)) addAccount(created.code, created.name, planning);
  return requireEquity(found ?? created.code, planning, line);
}

/** The account of the file or of the books, taken into the plan; a fault when there is none or it cannot be posted to. */
export function requireOpenAccount(code: string, planning: SiePlanning, place: SiePlace): PlannedAccount | undefined {
  const account = accountOf(code, planning);
  if (!account) {
    planning.findings.fault(
      place,
      'unknown_account',
      `Neither the file nor the books have an account ${quoted(code)}.`,
    );
    return undefined;
  }
  if (!isOpen(code, planning)) {
    const message = `Account ${code} of the books is a group or inactive, so nothing can be posted to it.`;
    planning.findings.fault(place, 'account_not_open', message);
    return undefined;
  }
  planning.accounts.set(code, account);
  return account;
}

function requireEquity(code: string, planning: SiePlanning, place: SiePlace): string | undefined {
  if (!accountOf(code, planning)) addAccount(code, code, planning);
  const account = requireOpenAccount(code, planning, place);
  if (!account || account.type === 'equity') return account?.code;
  const message = `Account ${code} is ${account.type}; the previous year's result goes to an equity account.`;
  planning.findings.fault(place, 'account_not_equity', message);
  return undefined;
}

/** Adds a new account whose number is one of BAS equity; any other has to exist. */
function addAccount(code: string, name: string, planning: SiePlanning): void {
  const classified = /^[0-9]{4,12}$/.test(code) ? classifyAccount(code, undefined, undefined) : undefined;
  if (classified?.type === 'equity') planning.accounts.set(code, { code, name, ...classified, isNew: true });
}

function accountOf(code: string, { accounts, books }: SiePlanning): PlannedAccount | undefined {
  const known = books.accounts.get(code);
  return accounts.get(code) ?? (known && ofBooks(code, known));
}

function isOpen(code: string, { books }: SiePlanning): boolean {
  const known = books.accounts.get(code);
  return !known || (!known.isGroup && known.isActive);
}
