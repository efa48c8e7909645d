import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { ReadLine, ReadStatement, StatementKind } from '../reading/read-statement.js';

/** The statement that the next one has to follow. */
export interface LastStatement {
  id: string;
  number: string | null;
  toOn: string;
  closing: Decimal;
  position: number;
}

/** What is known of a bank account before a file is imported. */
export interface BankAccountFacts {
  id: string;
  legalEntityId: string;
  name: string;
  currency: string;
  startsOn: string;
  openingBalance: Decimal;
  last: LastStatement | undefined;
  /** Statements that stand, by their digest. */
  digests: ReadonlyMap<string, string>;
  /** How often each fingerprint of the file is there. */
  occurrences: ReadonlyMap<string, number>;
}

export interface PlannedLine {
  id: string;
  read: ReadLine;
  fingerprint: string;
  occurrence: number;
}

/** A statement that is to be kept; of announcements there are no balances and no place. */
export interface PlannedStatement {
  id: string;
  account: BankAccountFacts;
  kind: StatementKind;
  read: ReadStatement;
  fromOn: CalendarDate | null;
  toOn: CalendarDate;
  chain: { opening: Decimal; closing: Decimal; position: number; previousId: string | null } | undefined;
  balancesStated: boolean;
  creditTotal: Decimal;
  debitTotal: Decimal;
  contentDigest: string;
  lines: PlannedLine[];
}

/** What becomes of a statement of the file. */
export interface StatementOutcome {
  read: ReadStatement;
  account: BankAccountFacts;
  /** Null where all of it was there. */
  planned: PlannedStatement | undefined;
  /** The one that was there with the very same content. */
  knownAs: string | undefined;
  linesKnown: number;
}
