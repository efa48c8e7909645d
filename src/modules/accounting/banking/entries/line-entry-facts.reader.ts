import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { OpenItemsRepository } from '../../open-items/open-items.repository.js';
import { type HeldItems, HeldReceiptItems } from '../../receipts/held-receipt-items.service.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { matchRefusal } from '../matching/match-refusal.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import type { CreateBankLineEntry } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import { isReceipt } from './line-receipt.js';

const ITEMS_OF_ENTRY: Statement = {
  name: 'find_open_items_of_entry',
  text: `
    SELECT id, line_number AS "lineNumber" FROM accounting.open_item WHERE organization_id = $1 AND entry_id = $2`,
};

/** Reads what an entry for a line of a statement is made from; the line and the items are held until the end. */
@Injectable()
export class LineEntryFactsReader {
  constructor(
    private readonly statements: BankStatementsRepository,
    private readonly accounts: BankAccountsRepository,
    private readonly items: OpenItemsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly heldItems: HeldReceiptItems,
  ) {}

  /** @throws Problem bank_match_refused, where there is no such line */
  async read(transaction: Transaction, { statementLineId, lines }: CreateBankLineEntry): Promise<LineEntryFacts> {
    const lineId = statementLineId.toLowerCase();
    const status = await this.statements.holdNamedLine(transaction, lineId);
    if (status === undefined) {
      const message = `There is no line of a bank statement ${statementLineId}.`;
      throw matchRefusal([{ pointer: '/statementLineId', code: 'unknown_line', message }]);
    }
    const line = await this.statements.getLine(transaction, lineId);
    const { accountId, legalEntityId } = await this.accounts.get(transaction, line.bankAccountId);
    const { items, expected, discounts } = await this.hold(transaction, legalEntityId, lines);
    const purposes = await this.postingAccounts.of(transaction, legalEntityId);
    return {
      line,
      status,
      survivors: await this.survivorsOf(transaction, lines),
      ledgerAccountId: accountId,
      items: items.filter((item) => item.legalEntityId === legalEntityId),
      expected,
      discounts,
      controlAccounts: { receivable: purposes.find('receivables')?.code, payable: purposes.find('payables')?.code },
    };
  }

  /** The items that are settled; those of receipts as these hold them: first the parties, and all that is withheld of beside. */
  private async hold(
    transaction: Transaction,
    legalEntityId: string,
    lines: CreateBankLineEntry['lines'],
  ): Promise<HeldItems> {
    const settled = lines.flatMap(({ settles = [] }) => settles);
    const idsOf = (those: typeof settled) => those.map(({ openItemId }) => openItemId.toLowerCase());
    const withheld = idsOf(settled.filter(({ withholdings = [] }) => withholdings.length > 0));
    const partyIds = lines.flatMap(({ partyId }) => partyId?.toLowerCase() ?? []);
    const discountedIds = idsOf(settled.filter(({ takeDiscount = false }) => takeDiscount));
    const ids = { itemIds: idsOf(settled), withheldIds: withheld, discountedIds };
    return this.heldItems.hold(transaction, { legalEntityId, partyIds, ...ids, isOfReceipt: lines.some(isReceipt) });
  }

  /** The parties that are named, in place of merged ones those that they live on in. */
  private async survivorsOf(
    transaction: Transaction,
    lines: CreateBankLineEntry['lines'],
  ): Promise<Map<string, string>> {
    const named = new Set(lines.flatMap(({ partyId }) => partyId?.toLowerCase() ?? []));
    const survivors = new Map<string, string>();
    for (const id of named) {
      const survivor = await this.items.survivorOf(transaction, id);
      if (survivor !== undefined) survivors.set(id, survivor);
    }
    return survivors;
  }

  /** The items that an entry brought, by its lines. */
  async itemsOf(transaction: Transaction, entryId: string): Promise<Map<number, string>> {
    const values = [transaction.organizationId, entryId];
    const rows = await transaction.rows<{ id: string; lineNumber: number }>(ITEMS_OF_ENTRY, values);
    return new Map(rows.map(({ id, lineNumber }) => [lineNumber, id]));
  }
}
