import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  Flag,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type StatementKind, statementKinds } from '../reading/read-statement.js';
import { inCurrency } from '../reading/read-values.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** A statement as the database gives it. */
export interface BankStatementRow extends Omit<BankStatementView, 'createdAt'> {
  createdAt: Date;
}

export class BankStatementView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Ref({ example: exampleId, description: 'The import that brought it; `undoBankStatementImport` takes it away.' })
  importId: string;

  @Choice(statementKinds, {
    name: 'BankStatementKind',
    example: 'statement',
    description: 'Only a `statement` counts. A `report` (camt.052) and a `notification` (camt.054) announce lines.',
  })
  kind: StatementKind;

  @Count(1, 2_147_483_647, {
    nullable: true,
    example: 31,
    description: 'Place in the chain of the bank account, counted from 1; null of what only announces.',
  })
  position: number | null;

  @Text(100, { nullable: true, example: 'STMT-2026-01-31', description: 'What the bank calls it.' })
  reference: string | null;

  @Text(50, { nullable: true, example: '31/1', description: 'As the bank counts them.' })
  number: string | null;

  @OnDate({ nullable: true, example: '2026-01-01', description: 'The first day that it tells of.' })
  fromOn: string | null;

  @OnDate({ example: '2026-01-31', description: 'The day of its closing balance.' })
  toOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({
    nullable: true,
    example: '1250.00',
    description: 'The closing balance of the one before; null of what only announces.',
  })
  openingBalance: string | null;

  @Money({
    nullable: true,
    example: '1400.00',
    description: 'Opening balance plus lines; null of what only announces.',
  })
  closingBalance: string | null;

  @Flag({
    example: true,
    description: 'Whether the file states the closing balance, so that it was verified against the lines.',
  })
  balancesStated: boolean;

  @Money({ nullable: true, example: '1400.00', description: 'What could be drawn, where the file tells.' })
  availableBalance: string | null;

  @OnDate({ nullable: true, example: '2026-01-31' })
  availableOn: string | null;

  @Count(0, 200_000, { example: 3 })
  lineCount: number;

  @Money({ example: '200.00', description: 'Sum of what came in.' })
  creditTotal: string;

  @Money({ example: '50.00', description: 'Sum of what went out, without a sign.' })
  debitTotal: string;

  @Count(0, 200_000, { example: 2, description: 'Lines that are neither matched nor excluded.' })
  unmatchedCount: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  static from(row: BankStatementRow): BankStatementView {
    const { id, legalEntityId, bankAccountId, importId, kind, position, reference, number, fromOn, toOn } = row;
    const { currency, balancesStated, availableOn, lineCount, unmatchedCount } = row;
    const text = (amount: string | null) => (amount === null ? null : inCurrency(amount, currency));
    const key = {
      id,
      legalEntityId,
      bankAccountId,
      importId,
      kind,
      position,
      reference,
      number,
      fromOn,
      toOn,
      currency,
    };
    return {
      ...key,
      openingBalance: text(row.openingBalance),
      closingBalance: text(row.closingBalance),
      balancesStated,
      availableBalance: text(row.availableBalance),
      availableOn,
      lineCount,
      creditTotal: inCurrency(row.creditTotal, currency),
      debitTotal: inCurrency(row.debitTotal, currency),
      unmatchedCount,
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class BankStatementList extends ListOf(BankStatementView) {}
