import { isValidBIC, isValidIBAN } from 'ibantools';
import { findCurrency } from '#kernel/currency.js';
import { parseDecimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { type CsvStatementMapping, csvMappingFaults } from '../csv/csv-statement-mapping.js';

/** What of a bank account rules are about. */
export interface BankAccountFacts {
  currency: string;
  openingBalance: string;
  iban: string | null;
  bic: string | null;
  csvMappings: readonly CsvStatementMapping[];
}

/** What is wrong with a bank account itself; pure, with pointers into the request. */
export function bankAccountFaults(account: BankAccountFacts): ProblemError[] {
  const { currency, openingBalance, iban, bic, csvMappings } = account;
  const errors: ProblemError[] = [];
  const add = (pointer: string, code: string, message: string) => errors.push({ pointer, code, message });
  if (iban !== null && !isValidIBAN(iban)) {
    add('/iban', 'invalid_iban', `${iban} is no IBAN: its length or its check digits are not those of its country.`);
  }
  if (bic !== null && !isValidBIC(bic)) add('/bic', 'invalid_bic', `${bic} is no BIC.`);
  const { minorUnits } = findCurrency(currency) ?? { minorUnits: 6 };
  if (scaleOf(parseDecimal(openingBalance)!) > minorUnits) {
    add('/openingBalance', 'amount_scale', `${currency} has ${minorUnits} decimals; the amount has more.`);
  }
  csvMappings.forEach((mapping, index) => {
    const pointer = `/csvMappings/${index}`;
    for (const fault of csvMappingFaults(mapping)) errors.push({ ...fault, pointer: `${pointer}${fault.pointer}` });
    if (csvMappings.findIndex(({ name }) => name === mapping.name) === index) return;
    add(`${pointer}/name`, 'name_taken', `Two mappings are called ${mapping.name}.`);
  });
  return errors;
}

/** What of the ledger account rules are about. */
export interface LedgerAccountFacts {
  code: string;
  type: string;
  control: string;
  currency: string | null;
  isGroup: boolean;
  status: string;
}

/** Why the ledger account cannot be that of a bank account; pure. */
export function ledgerAccountFault(account: LedgerAccountFacts, currency: string): ProblemError | undefined {
  const fault = (code: string, message: string) => ({ pointer: '/accountCode', code, message });
  const { code, type, control, isGroup, status } = account;
  const isOfBank = type === 'asset' && control === 'bank';
  if (isGroup || !(isOfBank || type === 'liability')) {
    const message = `Account ${code} is neither an asset that controls a bank account nor a liability.`;
    return fault('account_of_no_bank', message);
  }
  if (account.currency !== null && account.currency !== currency) {
    const message = `Account ${code} takes ${account.currency} alone, and the bank account is in ${currency}.`;
    return { ...fault('currency_differs', message), pointer: '/currency' };
  }
  return status === 'active' ? undefined : fault('account_inactive', `Account ${code} is inactive.`);
}
