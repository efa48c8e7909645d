import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingProblems } from '../banking.problems.js';
import type { ReadStatement } from '../reading/read-statement.js';
import { type CsvReading, readStatementFile } from '../reading/read-statement-file.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import { statementRefusal } from './bank-statement-refusal.js';
import { type ImportBankStatementsQuery, MOST_STATEMENTS } from './bank-statement-imports.dto.js';
import { findBankAccount, namesAnother, shownAccount } from './find-bank-account.js';
import { fingerprintOf } from './fingerprint.js';
import { planStatements } from './plan-statements.js';
import { StatementFactsRepository } from './statement-facts.repository.js';
import type { StatementImportPlan } from './statement-report.js';

export interface StatementFile {
  bytes: Buffer;
  query: ImportBankStatementsQuery;
  /** The one that the request names. */
  account: BankAccountView | undefined;
  legalEntityId: string;
}

/** Reads a file and decides what of it is new, for each bank account that it is of. */
@Injectable()
export class StatementImportPlanner {
  constructor(
    private readonly accounts: BankAccountsRepository,
    private readonly facts: StatementFactsRepository,
  ) {}

  /** @throws Problem bank_statement_refused, where the request names none that there is or that takes statements */
  async namedAccount(
    transaction: Transaction,
    { bankAccountId, legalEntityId }: ImportBankStatementsQuery,
  ): Promise<BankAccountView | undefined> {
    if (bankAccountId === undefined) return undefined;
    const refuse = (code: string, message: string) =>
      bankingProblems.bank_statement_refused(message, [{ pointer: '?bankAccountId', code, message }]);
    const account = await this.accounts.get(transaction, bankAccountId).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) throw refuse('unknown_bank_account', error.detail);
      throw error;
    });
    if (legalEntityId !== undefined && legalEntityId !== account.legalEntityId) {
      throw refuse('other_legal_entity', `The bank account ${account.name} is that of another legal entity.`);
    }
    if (account.status === 'active') return account;
    throw refuse('bank_account_inactive', `The bank account ${account.name} is inactive.`);
  }

  /** @throws Problem bank_statement_refused or bank_statement_conflict, with all that is wrong */
  async plan(
    transaction: Transaction,
    { bytes, query, account, legalEntityId }: StatementFile,
    findings: StatementFindings,
  ): Promise<StatementImportPlan> {
    const file = readStatementFile(bytes, csvReading(query, account), findings);
    if (!file || findings.refused) throw statementRefusal(findings);
    const { format, statements } = file;
    if (statements.length > MOST_STATEMENTS) {
      findings.fault(1, 'too_many_statements', `A file has at most ${MOST_STATEMENTS} statements; split it.`);
      throw statementRefusal(findings);
    }
    const choices = account ? [account] : await this.accounts.active(transaction, legalEntityId);
    const byAccount = new Map<BankAccountView, ReadStatement[]>();
    for (const statement of statements) {
      const found = account ? checked(statement, account, findings) : chosen(statement, choices, findings);
      if (found) byAccount.set(found, [...(byAccount.get(found) ?? []), statement]);
    }
    if (findings.refused) throw statementRefusal(findings);
    const outcomes = [];
    for (const [of, ofAccount] of [...byAccount].toSorted(([a], [b]) => a.id.localeCompare(b.id))) {
      const held = await this.accounts.hold(transaction, of.id);
      const fingerprints = ofAccount.flatMap(({ kind, lines }) => lines.map((line) => fingerprintOf(kind, line)));
      const facts = await this.facts.load(transaction, held, new Set(fingerprints));
      outcomes.push(...planStatements(format, ofAccount, facts, findings));
    }
    if (findings.refused) throw statementRefusal(findings);
    return { format, outcomes };
  }
}

/** @throws Problem bank_statement_refused, where the bank account has no such mapping */
function csvReading(
  { csvMapping }: ImportBankStatementsQuery,
  account: BankAccountView | undefined,
): CsvReading | undefined {
  if (csvMapping === undefined) return undefined;
  const refuse = (pointer: string, code: string, message: string) =>
    bankingProblems.bank_statement_refused(message, [{ pointer, code, message }]);
  if (!account) {
    throw refuse(
      '?bankAccountId',
      'bank_account_missing',
      'A CSV file does not name its account: name it with bankAccountId.',
    );
  }
  const mapping = account.csvMappings.find(({ name }) => name === csvMapping);
  if (mapping) return { mapping, currency: account.currency };
  const message = `The bank account ${account.name} has no mapping called ${JSON.stringify(csvMapping)}.`;
  throw refuse('?csvMapping', 'unknown_mapping', message);
}

function checked(statement: ReadStatement, account: BankAccountView, findings: StatementFindings) {
  if (!namesAnother(statement, account)) return account;
  const message = `The statement is of the ${shownAccount(statement)}, and not of the bank account ${account.name}.`;
  findings.fault(statement.place, 'account_differs', message);
  return undefined;
}

function chosen(statement: ReadStatement, accounts: readonly BankAccountView[], findings: StatementFindings) {
  const { account, problem } = findBankAccount(statement, accounts);
  if (problem) findings.fault(statement.place, problem.code, problem.message);
  return account;
}
