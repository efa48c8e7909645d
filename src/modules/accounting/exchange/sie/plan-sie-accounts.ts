import { type AccountType, isBalanceSheetType } from '../../chart/account-type.js';
import { classifyAccount } from './bas-account-type.js';
import type { SieAccount, SieFile } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';
import type { BooksAccount, BooksSnapshot, PlannedAccount, SieImportOptions } from './sie-import-plan.js';
import type { SieFigures, SieYearFigures } from './sie-year-figures.js';

const maxNameLength = 200;

/**
 * The accounts of the import by code: those that the file declares and those that it uses. An account that the books
 * have keeps its type and name. The type has to agree with where the file itself puts the account: one with #IB or #UB is
 * carried from year to year, one with #RES starts at zero; a contradiction is a fault, which an override mends. Balances
 * of zero say nothing.
 */
export function planAccounts(
  file: SieFile,
  figures: SieYearFigures,
  options: SieImportOptions,
  books: BooksSnapshot,
  findings: SieFindings,
): Map<string, PlannedAccount> {
  const overrides = new Map(Object.entries(options.accountTypeOverrides ?? {}));
  const accounts = new Map<string, PlannedAccount>();
  for (const declared of file.accounts.values()) {
    const planned = planAccount(declared, overrides.get(declared.number), books, findings);
    if (planned) accounts.set(planned.code, planned);
  }
  for (const code of overrides.keys()) {
    if (file.accounts.has(code)) continue;
    const message = `The file declares no account ${quoted(code)} whose type could be overridden.`;
    findings.fault({ option: 'accountTypeOverrides' }, 'override_of_unknown_account', message);
  }
  for (const [code, line] of linesOfUse(figures)) planUse(code, line, accounts, file, books, findings);
  for (const account of accounts.values()) requireAgreement(account, overrides.has(account.code), figures, findings);
  remarkNames(file, books, findings);
  return accounts;
}

function planAccount(
  declared: SieAccount,
  override: AccountType | undefined,
  books: BooksSnapshot,
  findings: SieFindings,
): PlannedAccount | undefined {
  const code = declared.number;
  const known = books.accounts.get(code);
  const classified = classifyAccount(code, declared.type, override);
  if (known) {
    if (override && override !== known.type) {
      const message = `Account ${code} is ${known.type} in the books, which an import does not change to ${override}.`;
      findings.fault({ option: 'accountTypeOverrides' }, 'override_contradicts_books', message);
    } else if (classified && classified.type !== known.type) {
      const message = `Account ${code} is ${known.type} in the books, ${classified.type} by ${classified.rule}; the books' type counts.`;
      findings.remark(declared.line, 'account_type_differs', message);
    }
    return ofBooks(code, known);
  }
  if (classified) return { code, name: (declared.name || code).slice(0, maxNameLength), ...classified, isNew: true };
  const message = `Account ${code} is outside BAS and has no #KTYP: its type has to be given (accountTypeOverrides).`;
  findings.fault(declared.line, 'account_type_unknown', message);
  return undefined;
}

/** First line where each account is used with an amount. */
function linesOfUse(figuresOfYear: SieYearFigures): Map<string, number> {
  const { openings, closings, results, movements, objectOpenings } = figuresOfYear;
  const lines = new Map<string, number>();
  for (const figures of [openings, closings, results]) {
    for (const [code, { amount, line }] of figures) if (!amount.isZero() && !lines.has(code)) lines.set(code, line);
  }
  for (const [code, { line }] of movements) if (!lines.has(code)) lines.set(code, line);
  for (const { account, amount, line } of objectOpenings) {
    if (!amount.isZero() && !lines.has(account)) lines.set(account, line);
  }
  return lines;
}

/** An account that is used is in the books or declared by the file, and open for posting. */
function planUse(
  code: string,
  line: number,
  accounts: Map<string, PlannedAccount>,
  file: SieFile,
  books: BooksSnapshot,
  findings: SieFindings,
): void {
  const known = books.accounts.get(code);
  if (!known) {
    if (file.accounts.has(code)) return;
    findings.fault(line, 'account_not_declared', `Account ${code} is used, but the file has no #KONTO for it.`);
    return;
  }
  if (known.isGroup) findings.fault(line, 'account_is_group', `Account ${code} is a group in the books.`);
  else if (!known.isActive) findings.fault(line, 'account_inactive', `Account ${code} is inactive in the books.`);
  if (accounts.has(code)) return;
  findings.remark(line, 'account_not_declared', `Account ${code} has no #KONTO; the account of the books is used.`);
  accounts.set(code, ofBooks(code, known));
}

function requireAgreement(
  account: PlannedAccount,
  isOverridden: boolean,
  figures: SieYearFigures,
  findings: SieFindings,
): void {
  const carried = lineOfAmount(account.code, figures.openings) ?? lineOfAmount(account.code, figures.closings);
  const restarted = lineOfAmount(account.code, figures.results);
  const isCarried = isBalanceSheetType(account.type);
  const line = isCarried ? restarted : carried;
  if (line === undefined) return;
  const [labels, meaning] = isCarried
    ? ['#RES', 'an income or expense account']
    : ['#IB or #UB', 'a balance-sheet account'];
  const message = `Account ${account.code} is ${account.type} by ${account.rule}, but its ${labels} makes it ${meaning}.`;
  const wayOut = account.isNew && !isOverridden ? ' Another type can be given (accountTypeOverrides).' : '';
  const place = account.isNew && isOverridden ? { option: 'accountTypeOverrides', line } : line;
  findings.fault(place, 'account_type_contradicts_file', `${message}${wayOut}`);
}

function lineOfAmount(code: string, figures: SieFigures): number | undefined {
  const figure = figures.get(code);
  return figure && !figure.amount.isZero() ? figure.line : undefined;
}

function remarkNames(file: SieFile, books: BooksSnapshot, findings: SieFindings): void {
  for (const { number, name, line } of file.accounts.values()) {
    const known = books.accounts.get(number);
    if (known && name && known.name !== name) {
      const message = `Account ${number} is ${quoted(name)} in the file and ${quoted(known.name)} in the books, which stays.`;
      findings.remark(line, 'account_name_differs', message);
    } else if (!known && !name) {
      findings.remark(line, 'account_without_name', `Account ${number} has no name; its number becomes its name.`);
    }
  }
}

/** The account as the books have it. */
export function ofBooks(code: string, { name, type, control }: BooksAccount): PlannedAccount {
  return { code, name, type, control, rule: 'the books', isNew: false };
}
