import { Injectable } from '@nestjs/common';
import { type ColumnText, compositeArray } from '#platform/database/composite-array.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import type { PlannedLine, PlannedStatement } from './planned-statement.js';

const LINES_AT_ONCE = 5000;

/** Columns of the tables, in their order. */
const statementColumns = [
  'organization_id',
  'id',
  'legal_entity_id',
  'bank_account_id',
  'import_id',
  'kind',
  'reference',
  'number',
  'from_on',
  'to_on',
  'opening_balance',
  'closing_balance',
  'balances_stated',
  'available_balance',
  'available_on',
  'line_count',
  'credit_total',
  'debit_total',
  'created_at',
] as const;
const lineColumns = [
  'organization_id',
  'id',
  'legal_entity_id',
  'bank_account_id',
  'statement_id',
  'line_number',
  'booked_on',
  'valued_on',
  'amount',
  'original_amount',
  'original_currency',
  'exchange_rate',
  'bank_reference',
  'end_to_end_reference',
  'mandate_reference',
  'creditor_reference',
  'remittance',
  'counterparty_name',
  'counterparty_iban',
  'counterparty_number',
  'counterparty_bic',
  'transaction_code',
  'is_reversal',
  'charges',
  'details',
] as const;
const standingColumns = [
  'organization_id',
  'statement_id',
  'legal_entity_id',
  'bank_account_id',
  'position',
  'previous_id',
  'content_digest',
] as const;

const INSERT_STATEMENTS: Statement = {
  name: 'insert_bank_statements',
  text: `
    INSERT INTO accounting.bank_statement
      (organization_id, id, legal_entity_id, bank_account_id, import_id, kind, reference, number, from_on, to_on,
       opening_balance, closing_balance, balances_stated, available_balance, available_on, line_count, credit_total,
       debit_total)
    SELECT s.organization_id, s.id, s.legal_entity_id, s.bank_account_id, s.import_id, s.kind, s.reference, s.number,
           s.from_on, s.to_on, s.opening_balance, s.closing_balance, s.balances_stated, s.available_balance,
           s.available_on, s.line_count, s.credit_total, s.debit_total
    FROM unnest($1::accounting.bank_statement[]) AS s`,
};
const INSERT_LINES: Statement = {
  name: 'insert_bank_statement_lines',
  text: `
    INSERT INTO accounting.bank_statement_line
    SELECT l.* FROM unnest($1::accounting.bank_statement_line[]) AS l`,
};
/** In the order of the chain, because each is checked against the one before. */
const INSERT_STANDING: Statement = {
  name: 'insert_bank_statement_standing',
  text: `
    INSERT INTO accounting.bank_statement_standing
    SELECT s.* FROM unnest($1::accounting.bank_statement_standing[]) AS s`,
};
const INSERT_STATES: Statement = {
  name: 'insert_bank_statement_line_states',
  text: `
    INSERT INTO accounting.bank_statement_line_state
      (organization_id, line_id, legal_entity_id, bank_account_id, statement_id, fingerprint, occurrence, status)
    SELECT l.organization_id, l.id, l.legal_entity_id, l.bank_account_id, l.statement_id, named.fingerprint,
           named.occurrence, CASE s.kind WHEN 'statement' THEN 'unmatched' ELSE 'announced' END
    FROM unnest($2::uuid[], $3::text[], $4::integer[]) AS named (line_id, fingerprint, occurrence)
    JOIN accounting.bank_statement_line l ON l.organization_id = $1 AND l.id = named.line_id
    JOIN accounting.bank_statement s ON s.organization_id = l.organization_id AND s.id = l.statement_id`,
};

/** Keeps planned statements, a statement of SQL for thousands of lines. */
@Injectable()
export class PlannedStatementsRepository {
  async insert(transaction: Transaction, importId: string, statements: readonly PlannedStatement[]): Promise<void> {
    const { organizationId } = transaction;
    const rows = statements.map((one) => statementRow(organizationId, importId, one));
    await transaction.rows(INSERT_STATEMENTS, [compositeArray(statementColumns, rows)]);
    const lines = statements.flatMap((statement) =>
      statement.lines.map((line, index) => ({ line, row: lineRow(organizationId, statement, line, index + 1) })),
    );
    const step = 'keeping';
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      const chunk = lines.slice(at, at + LINES_AT_ONCE).map(({ row }) => row);
      await transaction.rows(INSERT_LINES, [compositeArray(lineColumns, chunk)]);
      await reportProgress({ step, done: at + chunk.length, outOf: lines.length });
    }
    // One after the other: a trigger of each reads the one before.
    for (const statement of statements) {
      const row = standingRow(organizationId, statement);
      await transaction.rows(INSERT_STANDING, [compositeArray(standingColumns, [row])]);
    }
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      const chunk = lines.slice(at, at + LINES_AT_ONCE).map(({ line }) => line);
      const columns = [
        chunk.map((one) => one.id),
        chunk.map((one) => one.fingerprint),
        chunk.map((one) => one.occurrence),
      ];
      await transaction.rows(INSERT_STATES, [organizationId, ...columns]);
    }
  }
}

function statementRow(
  organizationId: string,
  importId: string,
  statement: PlannedStatement,
): Record<(typeof statementColumns)[number], ColumnText> {
  const { id, account, kind, read, fromOn, toOn, chain, balancesStated, creditTotal, debitTotal, lines } = statement;
  const available = read.balances.find(
    ({ type, currency }) => type === 'closing_available' && currency === account.currency,
  );
  return {
    organization_id: organizationId,
    id,
    legal_entity_id: account.legalEntityId,
    bank_account_id: account.id,
    import_id: importId,
    kind,
    reference: read.reference,
    number: read.number,
    from_on: fromOn,
    to_on: toOn,
    opening_balance: chain?.opening.toFixed() ?? null,
    closing_balance: chain?.closing.toFixed() ?? null,
    balances_stated: String(balancesStated),
    available_balance: available?.amount ?? null,
    available_on: available?.date ?? null,
    line_count: lines.length,
    credit_total: creditTotal.toFixed(),
    debit_total: debitTotal.toFixed(),
    created_at: null,
  };
}

function lineRow(
  organizationId: string,
  { id: statementId, account }: PlannedStatement,
  { id, read }: PlannedLine,
  lineNumber: number,
): Record<(typeof lineColumns)[number], ColumnText> {
  const { counterparty, original, charges, details } = read;
  return {
    organization_id: organizationId,
    id,
    legal_entity_id: account.legalEntityId,
    bank_account_id: account.id,
    statement_id: statementId,
    line_number: lineNumber,
    booked_on: read.bookedOn,
    valued_on: read.valuedOn,
    amount: read.amount,
    original_amount: original?.amount ?? null,
    original_currency: original?.currency ?? null,
    exchange_rate: original?.rate ?? null,
    bank_reference: read.bankReference,
    end_to_end_reference: read.endToEndReference,
    mandate_reference: read.mandateReference,
    creditor_reference: read.creditorReference,
    remittance: read.remittance,
    counterparty_name: counterparty.name,
    counterparty_iban: counterparty.iban,
    counterparty_number: counterparty.number,
    counterparty_bic: counterparty.bic,
    transaction_code: read.transactionCode,
    is_reversal: String(read.isReversal),
    charges: charges.length > 0 ? JSON.stringify(charges) : null,
    details: details.length > 0 ? JSON.stringify(details) : null,
  };
}

function standingRow(
  organizationId: string,
  { id, account, chain, contentDigest }: PlannedStatement,
): Record<(typeof standingColumns)[number], ColumnText> {
  return {
    organization_id: organizationId,
    statement_id: id,
    legal_entity_id: account.legalEntityId,
    bank_account_id: account.id,
    position: chain?.position ?? null,
    previous_id: chain?.previousId ?? null,
    content_digest: contentDigest,
  };
}
