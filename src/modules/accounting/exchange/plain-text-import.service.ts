import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { type CodesOfBooks, CodesOfBooksRepository } from './codes-of-books.repository.js';
import { FileImportService, type ImportScope, type PreparedImport } from './file-import.service.js';
import { ImportedBooks } from './imported-books.service.js';
import { inOrder } from './in-order.js';
import { importRefusal } from './journal-import-refusal.js';
import { JournalImportPreparation } from './journal-import-preparation.service.js';
import type { JournalImportReportView, JournalImportView } from './journal-import.dto.js';
import { planNamedAccounts } from './plain-text/plan-accounts.js';
import { type PlannedTransaction, planTransactions } from './plain-text/plan-plain-text.js';
import type { ImportPlainTextJournal } from './plain-text/plain-text-import.dto.js';
import type { JournalFindings } from './plain-text/plain-text-journal.js';
import { readPlainTextJournal } from './plain-text/read-plain-text-journal.js';

const MOST_REMARKS = 100;

/** Imports plain-text journals, as hledger and ledger have them. */
@Injectable()
export class PlainTextImportService {
  constructor(
    private readonly files: FileImportService,
    private readonly preparation: JournalImportPreparation,
    private readonly legalEntities: LegalEntities,
    private readonly codes: CodesOfBooksRepository,
    private readonly books: ImportedBooks,
  ) {}

  import(wish: ImportPlainTextJournal, dryRun = false): Promise<JournalImportView> {
    const { file: content, legalEntityId } = wish;
    const file = { format: 'plain_text', content, legalEntityId, pointer: '/legalEntityId', dryRun } as const;
    return this.files.import(file, (transaction, scope) => this.prepare(transaction, scope, wish));
  }

  private async prepare(
    transaction: Transaction,
    scope: ImportScope,
    wish: ImportPlainTextJournal,
  ): Promise<PreparedImport<JournalImportReportView>> {
    const { legalEntityId } = scope;
    const findings: JournalFindings = { faults: [], remarks: [] };
    const { transactions, accounts: declared } = readPlainTextJournal(wish.file, wish.decimalSeparator, findings);
    if (transactions.length === 0) {
      findings.faults.push({ line: 1, code: 'no_entries', message: 'The journal has no transactions.' });
    }
    const { functionalCurrency } = await this.legalEntities.get(legalEntityId);
    const books = await this.codes.load(transaction, legalEntityId);
    const { accounts: given = [], createMissing = false } = wish;
    const wishes = { transactions, declared, given, createMissing, known: books.accounts };
    const { codes, added } = planNamedAccounts(wishes, findings);
    const surroundings = { functionalCurrency: requireCurrency(functionalCurrency), codes, journals: books.journals };
    const { planned, skipped } = planTransactions(transactions, { ...surroundings, options: wish }, findings);
    if (findings.faults.length > 0)
      throw importRefusal(inOrder(findings.faults.map((fault) => ({ pointer: '', ...fault }))));
    // What skipped entries alone would need is not added.
    const used = new Set(planned.flatMap(({ request }) => request.lines.map(({ accountCode }) => accountCode)));
    const accounts = added.filter(({ code }) => used.has(code));
    const dimensions = createMissing ? missingDimensions(planned, books) : [];
    await this.books.add(transaction, legalEntityId, { accounts, dimensions });
    return this.preparation.prepare(transaction, scope, {
      postings: planned.map((one) => ({ ...one, request: { ...one.request, legalEntityId } })),
      accountsCreated: accounts.map(({ code, name, type }) => ({ code, name, type })),
      skippedEntries: skipped,
      remarks: findings.remarks.slice(0, MOST_REMARKS),
    });
  }
}

/** Dimensions and values that entries name and the books lack; they are named by their codes. */
function missingDimensions(planned: readonly PlannedTransaction[], { dimensions }: CodesOfBooks) {
  const needed = new Map<string, Set<string>>();
  for (const { request } of planned) {
    for (const { dimensionCode, valueCode } of request.lines.flatMap((line) => line.dimensions ?? [])) {
      const values = needed.get(dimensionCode) ?? new Set<string>();
      needed.set(dimensionCode, values);
      if (valueCode !== undefined && !dimensions.get(dimensionCode)?.has(valueCode)) values.add(valueCode);
    }
  }
  return Array.from(needed, ([code, values]) => ({
    code,
    name: code,
    kind: 'custom' as const,
    isNew: !dimensions.has(code),
    objects: Array.from(values, (value) => ({ code: value, name: value, isNew: true })),
  }));
}
