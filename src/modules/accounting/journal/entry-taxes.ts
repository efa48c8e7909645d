import type { Currency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { finding, type PlannedEntry, type PlannedTax } from './planned-entry.js';

/** A tax as it is reckoned, before its entry is planned. */
export interface ExpandedTax extends Pick<
  PlannedTax,
  'taxCodeId' | 'taxCode' | 'rate' | 'category' | 'direction' | 'side'
> {
  base: Decimal;
  tax: Decimal;
  /** The line of the expanded request that the tax is in; null where there is none. */
  place: number | null;
  /** A line of the expanded request that bears it: base and tax are in its currency, at its rate. */
  borneBy: number;
  /** Where the line has to be. */
  accountCode: string | null;
}

/** A request whose taxes stand in lines of their own, behind those that were sent. */
export interface ExpandedRequest {
  request: PostingRequest;
  /** For each line behind those that were sent: the line that bears the tax. */
  bearers: readonly number[];
  taxes: readonly ExpandedTax[];
}

/** Without errors and request where a line is refused by the ledger for what it is without its taxes. */
export type Expansion =
  { expanded: ExpandedRequest; errors?: undefined } | { expanded?: undefined; errors: ProblemError[] };

/** What the books say of the taxes that requests name. */
export interface EntryTaxFacts {
  /** The accounts that the taxes stand on. */
  readonly accounts: readonly { legalEntityId: string; accountCode: string }[];
  expand(request: PostingRequest, functional: Currency, pointer: string): Expansion;
}

/** The taxes of entries. The journal asks for them only where a line names some. */
export abstract class EntryTaxes {
  abstract load(transaction: Transaction, requests: readonly PostingRequest[]): Promise<EntryTaxFacts>;

  /** The statement that writes the taxes of entries that the transaction has posted; undefined where there are none. */
  abstract statementOf(
    organizationId: string,
    entries: readonly PlannedEntry[],
  ): { statement: Statement; values: readonly unknown[] } | undefined;
}

export const bearsTaxes = ({ lines }: Pick<PostingRequest, 'lines'>): boolean =>
  lines.some(({ taxes }) => taxes !== undefined);

/** A day of taxes without taxes: one of the two was forgotten. */
export function taxPointFault(request: PostingRequest, pointer: string): ProblemError | undefined {
  if (request.taxPointOn === undefined || bearsTaxes(request)) return undefined;
  const message = 'No line names taxes, whose day it is: name them, or leave it out.';
  return finding(pointer, 'taxPointOn', 'tax_point_without_taxes', message);
}
