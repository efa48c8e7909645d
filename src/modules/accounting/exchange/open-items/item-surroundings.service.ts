import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { ControlAccountsRepository } from './control-accounts.repository.js';
import { ImportedItemsRepository } from './imported-items.repository.js';
import type { ImportOpenItems } from './open-item-csv.dto.js';
import type { ItemSurroundings } from './plan-open-items.js';
import type { ReadOpenItem } from './read-open-items.js';

/** Gathers what the books know of what open items name. */
@Injectable()
export class ItemSurroundingsService {
  constructor(
    private readonly parties: PartyFactsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly controlAccounts: ControlAccountsRepository,
    private readonly importedItems: ImportedItemsRepository,
  ) {}

  /** All that the items of a file name, in a few statements. */
  async of(
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
    const party = (key: string) =>
      source === undefined
        ? facts.byNumber(legalEntityId, key)
        : facts.byExternalId(legalEntityId, { source, externalId: key });
    const imported = await this.importedItems.find(transaction, legalEntityId, control, {
      parties: named.flatMap((key) => party(key)?.id ?? []),
      documentNumbers: items.map(({ documentNumber }) => documentNumber),
    });
    const imports = new Map(imported.map((one) => [keyOf(one.partyId, one.documentNumber), one.importId]));
    return {
      party,
      importOf: (partyId, documentNumber) => imports.get(keyOf(partyId, documentNumber)),
      controlAccounts: await this.controlAccounts.find(transaction, legalEntityId),
      usualAccountCode: accounts.find(control === 'receivable' ? 'receivables' : 'payables')?.code,
    };
  }
}

const keyOf = (partyId: string, documentNumber: string) => JSON.stringify([partyId, documentNumber]);
