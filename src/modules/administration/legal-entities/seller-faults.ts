import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { electronicAddressFault } from '#kernel/electronic-address.js';
import type { ProblemError } from '#kernel/problem.js';
import type { UpdateLegalEntity } from './legal-entities.dto.js';
import type { PaymentAccount } from './registration.dto.js';

/** Without blanks and dashes, in capitals. */
export const normalizedAccounts = (accounts: readonly PaymentAccount[]): PaymentAccount[] =>
  accounts.map(({ iban, bic, ...account }) => ({
    ...account,
    iban: electronicFormatIBAN(iban) ?? iban,
    ...(bic !== undefined && { bic: bic.replaceAll(' ', '').toUpperCase() }),
  }));

/** Why nobody can pay or write to a company by this; of accounts that are normalized. */
export function sellerFaults({ electronicAddress, paymentAccounts = [] }: Partial<UpdateLegalEntity>): ProblemError[] {
  const wrong = electronicAddress ? electronicAddressFault(electronicAddress) : undefined;
  return [
    ...(wrong === undefined ? [] : [fault('/electronicAddress/id', 'invalid_electronic_address', wrong)]),
    ...paymentAccounts.flatMap(accountFaults),
    ...repeatedCurrency(paymentAccounts),
  ];
}

function accountFaults({ iban, bic }: PaymentAccount, at: number): ProblemError[] {
  const pointer = `/paymentAccounts/${at}`;
  const unknownIban = 'There is no such IBAN: its form, length or check digits do not fit.';
  const unknownBic = 'No bank has a BIC like this: it has 8 or 11 characters (ISO 9362).';
  return [
    ...(isValidIBAN(iban) ? [] : [fault(`${pointer}/iban`, 'invalid_iban', unknownIban)]),
    ...(bic === undefined || isValidBIC(bic) ? [] : [fault(`${pointer}/bic`, 'invalid_bic', unknownBic)]),
  ];
}

/** Two of a currency would leave it to chance which of them is printed. */
function repeatedCurrency(accounts: readonly PaymentAccount[]): ProblemError[] {
  const currencies = accounts.map(({ currency }) => currency ?? '');
  return currencies.flatMap((currency, at) => {
    if (currencies.indexOf(currency) === at) return [];
    const message = `Another account is for documents ${currency === '' ? 'in all other currencies' : `in ${currency}`}.`;
    return [fault(`/paymentAccounts/${at}/currency`, 'repeated_currency', message)];
  });
}

const fault = (pointer: string, code: string, message: string): ProblemError => ({ pointer, code, message });
