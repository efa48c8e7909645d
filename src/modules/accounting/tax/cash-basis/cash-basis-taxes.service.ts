import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { LedgerPosting } from '../../contract/ledger-posting.js';
import { type NewTaxLine, TaxLinesRepository } from '../lines/tax-lines.repository.js';
import { CashBasisTaxesRepository, type KeptMovement } from './cash-basis-taxes.repository.js';
import { negatedTax } from './deferred-tax.js';
import { type DueTax, planDueEntry } from './plan-due-entry.js';
import { planMovements, type SettledPair } from './plan-movements.js';

/** An allocation that is to be written, with the two items that it joins. */
export interface TaxedAllocation extends SettledPair {
  debitItemId: string;
  creditItemId: string;
}

/** When allocations take effect, and what they are a part of. */
export interface MovementDate {
  legalEntityId: string;
  functionalCurrency: string;
  groupId: string;
  effectiveOn: CalendarDate;
  softCloseReason?: string | undefined;
}

/** Makes tax on a cash basis due when what it is of is settled, and takes that back. */
@Injectable()
export class CashBasisTaxes {
  constructor(
    private readonly taxes: CashBasisTaxesRepository,
    private readonly posting: LedgerPosting,
    private readonly taxLines: TaxLinesRepository,
  ) {}

  /**
   * What allocations make of waiting tax, to be recorded when they are written; the items are held until the transaction
   * ends, and what is open of them is what it is before.
   */
  async plan(
    transaction: Transaction,
    allocations: readonly TaxedAllocation[],
    functionalCurrency: string,
  ): Promise<KeptMovement[]> {
    const itemIds = allocations.flatMap(({ debitItemId, creditItemId }) => [debitItemId, creditItemId]);
    const documents = await this.taxes.documentsOf(transaction, [...new Set(itemIds)]);
    const functional = requireCurrency(functionalCurrency).minorUnits;
    return byCurrency(allocations, documents).flatMap(({ currency, those }) => {
      const units = { own: requireCurrency(currency).minorUnits, functional };
      return planMovements(those, documents, units).map((movement) => {
        const { partyId, document } = documents.get(movement.documentEntryId)!;
        return { ...movement, currency, partyId, document, dueAccountId: null };
      });
    });
  }

  /** What takes back what allocations moved; to be recorded when they are undone. */
  async planUndoing(
    transaction: Transaction,
    undone: readonly { id: string; undoes: string }[],
  ): Promise<KeptMovement[]> {
    const ids = new Map(undone.map(({ id, undoes }) => [undoes, id]));
    const made = await this.taxes.movementsOf(transaction, [...ids.keys()]);
    return made.map((movement) => ({ ...negatedTax(movement), allocationId: ids.get(movement.allocationId)! }));
  }

  /**
   * Posts what becomes due, with its tax lines, by one entry on the day of the allocations, which are written already.
   *
   * @throws Problem the ledger's refusal
   */
  async record(transaction: Transaction, movements: readonly KeptMovement[], at: MovementDate): Promise<void> {
    if (movements.length === 0) return;
    const isPosted = ({ kind, functionalTax }: KeptMovement) => kind === 'due' && !functionalTax.isZero();
    const entryId = await this.post(transaction, movements.filter(isPosted), at);
    await this.taxes.insert(
      transaction,
      at.legalEntityId,
      movements.map((movement) => ({ ...movement, entryId: isPosted(movement) ? entryId : null })),
    );
  }

  private async post(
    transaction: Transaction,
    movements: readonly KeptMovement[],
    { legalEntityId, functionalCurrency, groupId, effectiveOn, softCloseReason }: MovementDate,
  ): Promise<string | null> {
    if (movements.length === 0) return null;
    const codes = [...new Set(movements.map(({ taxCodeId }) => taxCodeId))];
    const accounts = await this.taxes.accountsOf(transaction, codes);
    const taxes = movements.map((movement): DueTax => {
      const { deferredAccountId, outputAccountId } = accounts.get(movement.taxCodeId)!;
      return { ...movement, deferredAccountId, dueAccountId: movement.dueAccountId ?? outputAccountId };
    });
    const { lines, lineNumbers } = planDueEntry(taxes, functionalCurrency);
    const origin = { type: 'cash_basis_tax', id: groupId };
    const description = 'Tax that is due when it is paid';
    const request = { legalEntityId, entryDate: effectiveOn, description, softCloseReason, origin, lines };
    const [entry] = await this.posting.post([request]);
    const entryId = entry!.id;
    const taxLines = movements.flatMap((movement, index): NewTaxLine[] => {
      const { deferred, due } = lineNumbers[index]!;
      const common = { legalEntityId, entryId, taxPointOn: effectiveOn };
      return [
        { ...common, ...lineOf(negatedTax(movement)), lineNumber: deferred, isDeferred: true },
        { ...common, ...lineOf(movement), lineNumber: due, isDeferred: false },
      ];
    });
    await this.taxLines.recordTaxLines(transaction, taxLines);
    return entryId;
  }
}

/** Items that are settled with each other are in one currency; one command may settle several. */
function byCurrency(
  allocations: readonly TaxedAllocation[],
  documents: ReadonlyMap<string, { currency: string }>,
): { currency: string; those: TaxedAllocation[] }[] {
  const groups = new Map<string, TaxedAllocation[]>();
  for (const allocation of allocations) {
    const found = documents.get(allocation.debitEntryId) ?? documents.get(allocation.creditEntryId);
    if (!found) continue;
    groups.set(found.currency, [...(groups.get(found.currency) ?? []), allocation]);
  }
  return [...groups].map(([currency, those]) => ({ currency, those }));
}

function lineOf(movement: KeptMovement) {
  const { taxCodeId, rate, category, currency, base, tax, functionalBase, functionalTax, partyId, document } = movement;
  const amounts = { currency, base, tax, functionalBase, functionalTax };
  return {
    taxCodeId,
    rate: new Decimal(rate),
    category,
    direction: 'sale' as const,
    side: 'output' as const,
    ...amounts,
    partyId,
    document,
  };
}
