import type { BankAccountView } from '../accounts/bank-accounts.dto.js';

/** The kind of job. */
export const BANK_MATCH_RUN = 'accounting.bank_match_run';

/** A run that is under way. */
export interface Run {
  id: string;
  bank: BankAccountView;
}
