import { electronicFormatIBAN, isValidBIC, validateIBAN, ValidationErrorsIBAN as Fault } from 'ibantools';
import type { ProblemError } from '#kernel/problem.js';

/** Where money goes: an IBAN, or the number that a country gives accounts. */
export interface BankDetails {
  holder: string;
  iban: string | null;
  country: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  bic: string | null;
  currency: string | null;
}

/** Without blanks and dashes, in capitals; the country of an IBAN is in it. */
export function normalizedDetails(details: BankDetails): BankDetails {
  const iban = details.iban === null ? null : (electronicFormatIBAN(details.iban) ?? '');
  const bic = details.bic?.replaceAll(' ', '').toUpperCase() ?? null;
  return { ...details, iban, bic, country: details.country ?? (iban === null ? null : iban.slice(0, 2)) };
}

/** Why nobody can be paid there, of details that are normalized. */
export function detailsFaults(details: BankDetails): ProblemError[] {
  const { iban, accountNumber, bic } = details;
  if ((iban === null) === (accountNumber === null)) {
    return [fault('/iban', 'one_number', 'Give either an IBAN or the number that the country gives accounts.')];
  }
  const number = iban === null ? domesticFaults(details) : ibanFaults(iban, details);
  if (bic === null || isValidBIC(bic)) return number;
  return [
    ...number,
    fault('/bic', 'invalid_bic', 'No bank has a BIC like this: it has 8 or 11 characters (ISO 9362).'),
  ];
}

function domesticFaults({ country, bankCode, bic }: BankDetails): ProblemError[] {
  if (country === null) {
    return [fault('/country', 'required', 'A number that a country gives accounts needs the country.')];
  }
  if (bankCode !== null || bic !== null) return [];
  return [fault('/bankCode', 'required', 'A number that a country gives accounts needs its bank: bankCode or bic.')];
}

function ibanFaults(iban: string, { country, bankCode }: BankDetails): ProblemError[] {
  const { errorCodes } = validateIBAN(iban);
  const [first] = errorCodes;
  if (first !== undefined) return [fault('/iban', 'invalid_iban', whyNot(first, iban.slice(0, 2)))];
  if (bankCode !== null) return [fault('/bankCode', 'in_iban', 'The IBAN has the code of the bank in it.')];
  if (country === iban.slice(0, 2)) return [];
  return [fault('/country', 'country_of_iban', `The IBAN is of ${iban.slice(0, 2)}.`)];
}

function whyNot(error: Fault, country: string): string {
  if (error === Fault.NoIBANCountry) return `${country} gives no IBANs.`;
  if (error === Fault.WrongBBANLength) return `An IBAN of ${country} has another length.`;
  if (error === Fault.WrongIBANChecksum || error === Fault.WrongAccountBankBranchChecksum) {
    return 'The check digits do not fit: there is no such IBAN.';
  }
  return `An IBAN of ${country} is written otherwise.`;
}

const fault = (pointer: string, code: string, message: string): ProblemError => ({ pointer, code, message });

/** What whoever may not read numbers sees: enough to tell accounts apart, too little to pay into another's name. */
export function masked(number: string): string {
  const shown = number.length >= 12 ? 4 : number.length >= 7 ? 2 : 0;
  return '•'.repeat(number.length - shown) + number.slice(number.length - shown);
}
