import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { ProblemError } from '#kernel/problem.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Transaction } from '#platform/database/transaction.js';
import { separatorFaults } from '#platform/imports/read-cells.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { FileImportService, type ImportScope, type PreparedImport } from './file-import.service.js';
import { importRefusal } from './journal-import-refusal.js';
import { JournalImportPreparation } from './journal-import-preparation.service.js';
import type { JournalImportReportView, JournalImportView } from './journal-import.dto.js';
import { ControlAccountsRepository } from './open-items/control-accounts.repository.js';
import type { ImportOpenItems } from './open-items/open-item-csv.dto.js';
import { type ItemSurroundings, planOpenItems } from './open-items/plan-open-items.js';
import { type ReadOpenItem, readOpenItems } from './open-items/read-open-items.js';

/** Imports what customers owe and vendors are owed from the books before: one entry for each open item. */
@Injectable()
export class OpenItemImportService {
  constructor(
    private readonly files: FileImportService,
    private readonly preparation: JournalImportPreparation,
    private readonly legalEntities: LegalEntities,
    private readonly parties: PartyFactsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly controlAccounts: ControlAccountsRepository,
  ) {}

  import(wish: ImportOpenItems, dryRun = false): Promise<JournalImportView> {
    const faults = separatorFaults(wish.mapping, '/mapping/groupSeparator');
    if (faults.length > 0) throw importRefusal(faults);
    const { file: content, legalEntityId } = wish;
    const file = { format: 'open_items', content, legalEntityId, pointer: '/legalEntityId', dryRun } as const;
    return this.files.import(file, (transaction, scope) => this.prepare(transaction, scope, wish));
  }

  private async prepare(
    transaction: Transaction,
    scope: ImportScope,
    wish: ImportOpenItems,
  ): Promise<PreparedImport<JournalImportReportView>> {
    const cutOverOn = wish.cutOverOn as CalendarDate;
    const { items, errors: broken } = readOpenItems(wish.file, wish.mapping, cutOverOn);
    if (broken) throw importRefusal(broken);
    const { legalEntityId } = scope;
    const { functionalCurrency } = await this.legalEntities.get(legalEntityId);
    const { control, contraAccountCode, journalCode, kind = 'regular', expectedTotals } = wish;
    const posted = { cutOverOn, control, contraAccountCode, journalCode, kind, expectedTotals };
    const surroundings = await this.surroundings(transaction, legalEntityId, wish, items);
    const errors: ProblemError[] = [];
    const postings = planOpenItems(items, { ...posted, legalEntityId, functionalCurrency }, surroundings, errors);
    if (errors.length > 0) throw importRefusal(errors);
    return this.preparation.prepare(transaction, scope, { postings });
  }

  private async surroundings(
    transaction: Transaction,
    legalEntityId: string,
    { control, mapping: { partySource: source } }: ImportOpenItems,
    items: readonly ReadOpenItem[],
  ): Promise<ItemSurroundings> {
    const named = [...new Set(items.map(({ party }) => party))];
    const keys = named.map((externalId) => ({ source: source ?? '', externalId }));
    const names = source === undefined ? { numbers: named } : { externalIds: keys };
    const facts = await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ...names });
    const accounts = await this.postingAccounts.of(transaction, legalEntityId);
    return {
      party: (key) =>
        source === undefined
          ? facts.byNumber(legalEntityId, key)
          : facts.byExternalId(legalEntityId, { source, externalId: key }),
      controlAccounts: await this.controlAccounts.find(transaction, legalEntityId),
      usualAccountCode: accounts.find(control === 'receivable' ? 'receivables' : 'payables')?.code,
    };
  }
}
