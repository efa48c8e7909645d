import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../accounting.problems.js';
import { CashBasisTaxes } from '../tax/cash-basis/cash-basis-taxes.service.js';
import type {
  AllocateAutomatically,
  AllocateItems,
  AllocationsView,
  AllocationView,
  UndoAllocation,
} from './allocations.dto.js';
import { MOST_PAIRS } from './allocations.dto.js';
import { AllocationsRepository, type NewAllocation } from './allocations.repository.js';
import { type ExchangeDifference, ExchangeDifferences } from './exchange-differences.service.js';
import type { OpenItemView } from './open-items.dto.js';
import { openItemEvents } from './open-items.events.js';
import { openItemPermissions } from './open-items.permissions.js';
import { OpenItemsRepository } from './open-items.repository.js';
import { type PlannedAllocation, planAllocations, type WantedPair } from './plan-allocations.js';
import { proposePairs } from './propose-pairs.js';
import { exchangeDifference } from './settle.js';
import { SettlementDates, type WantedDate } from './settlement-dates.service.js';

/** What allocations are kept as done by, whoever makes them. */
export const ALLOCATE = openItemPermissions.allocate.name;
export const DIFFERENCES_OF_SETTLEMENTS = 'Realised exchange differences of settlements';
/** Items of a party that one command looks at; what is beyond them waits for the next. */
const MOST_ITEMS = 2 * MOST_PAIRS;

const FUNCTIONAL_CURRENCY: Statement = {
  name: 'find_functional_currency',
  text: `
    SELECT functional_currency AS code FROM accounting.books WHERE organization_id = $1 AND legal_entity_id = $2`,
};

/** When a document settles or opens items, which are of one group with what it posts for them. */
export interface GroupedDate extends WantedDate {
  /** The id of the document; drawn where left out. */
  groupId?: string;
  /** On the first day that it may be, instead of today. */
  asSoonAsPossible?: true;
}

/** Settles items of customers and vendors with each other, and takes that back. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: OpenItemsRepository,
    private readonly allocations: AllocationsRepository,
    private readonly dates: SettlementDates,
    private readonly differences: ExchangeDifferences,
    private readonly cashBasisTaxes: CashBasisTaxes,
  ) {}

  /** @throws Problem allocation_refused, over_allocated, period_closed, posting_account_missing */
  allocate({ pairs, ...when }: AllocateItems): Promise<AllocationsView> {
    return this.unitOfWork.run(ALLOCATE, (transaction) => this.settle(transaction, pairs, when));
  }

  /**
   * For documents that post a settling entry: on the first day that it may be, and not when it was entered.
   *
   * @throws Problem as `allocate`
   */
  allocateAsEarlyAsMay(pairs: readonly WantedPair[], softCloseReason: string | undefined): Promise<AllocationsView> {
    return this.unitOfWork.run(ALLOCATE, (transaction) =>
      this.settle(transaction, pairs, { softCloseReason, asSoonAsPossible: true }),
    );
  }

  /**
   * What is open of a party, or of the one that it was merged into: the oldest due first, items of equal amounts before others.
   *
   * @throws Problem as `allocate`
   */
  allocateAutomatically(
    { partyId: named, control = 'receivable', ...when }: AllocateAutomatically,
    dryRun: boolean,
  ): Promise<AllocationsView> {
    const work = async (transaction: Transaction) => {
      const partyId = await this.items.survivorOf(transaction, named);
      if (partyId === undefined) throw unknownParty(named);
      const through = when.effectiveOn ?? (await this.dates.today(transaction));
      const found = await this.items.findOpen(transaction, { partyId, control, through }, MOST_ITEMS);
      const pairs = proposePairs(found).slice(0, MOST_PAIRS);
      return pairs.length === 0 ? { allocations: [] } : this.settle(transaction, pairs, when);
    };
    return dryRun ? this.unitOfWork.rehearse(ALLOCATE, work) : this.unitOfWork.run(ALLOCATE, work);
  }

  /** @throws Problem not_found, allocation_undone, period_closed, posting_account_missing */
  undo(id: string, when: UndoAllocation): Promise<AllocationView> {
    return this.unitOfWork.run(ALLOCATE, async (transaction) => {
      const [made] = await this.undoWithin(transaction, [id], when);
      return made!;
    });
  }

  /**
   * The same within a running command: all of them on one day, with one entry for what exchange rates made of them.
   *
   * @returns those that take them back
   * @throws Problem as `undo`
   */
  async undoWithin(transaction: Transaction, ids: readonly string[], when: GroupedDate): Promise<AllocationView[]> {
    if (ids.length === 0) return [];
    const before = await this.allocations.getAll(transaction, ids);
    const itemIds = before.flatMap(({ debitItemId, creditItemId }) => [debitItemId, creditItemId]);
    const items = await this.items.hold(transaction, [...new Set(itemIds)]);
    const byId = new Map(items.map((item) => [item.id, item]));
    const found = await this.allocations.getAll(transaction, ids);
    found.forEach(requireActive);
    const { legalEntityId } = found[0]!;
    const tookEffect = latestOf(found.map((one) => one.effectiveOn));
    const effectiveOn = await this.dates.resolve(transaction, legalEntityId, tookEffect, when);
    if (effectiveOn < tookEffect) throw tooEarly('it took effect', tookEffect);
    const groupId = when.groupId ?? newId();
    const differences = found.map(({ debitItemId, exchangeDifference: text }): ExchangeDifference => {
      return { item: byId.get(debitItemId)!, amount: new Decimal(text).negated(), isTakenBack: true };
    });
    const at = { groupId, entryDate: effectiveOn, softCloseReason: when.softCloseReason };
    const description = 'Realised exchange difference of a settlement that was undone';
    const entryId = await this.differences.post(transaction, differences, { ...at, description });
    const undoing = found.map((one) => {
      const differenceEntryId = new Decimal(one.exchangeDifference).isZero() ? null : entryId;
      return { ...negated(one), id: newId(), differenceEntryId, undoes: one.id };
    });
    await this.allocations.insert(transaction, { legalEntityId, groupId, effectiveOn }, ALLOCATE, undoing);
    const taxes = await this.cashBasisTaxes.planUndoing(transaction, undoing);
    if (taxes.length > 0) {
      const functionalCurrency = await currencyOf(transaction, items);
      await this.cashBasisTaxes.record(transaction, taxes, { ...at, legalEntityId, functionalCurrency, effectiveOn });
    }
    const events = found.map((one) => ({ subject: one.id, data: eventOf({ ...one, effectiveOn }) }));
    await transaction.publishAll(openItemEvents.allocationUndone, events);
    return this.allocations.getAll(
      transaction,
      undoing.map(({ id }) => id),
    );
  }

  /** What settles the items of entries, or is settled with them; all of these items are held until the transaction ends. */
  async holdActive(transaction: Transaction, entryIds: readonly string[]): Promise<AllocationView[]> {
    const own = (await this.items.ofEntries(transaction, entryIds)).map(({ id }) => id);
    const joined = await this.allocations.activeOf(transaction, own);
    const others = joined.flatMap(({ debitItemId, creditItemId }) => [debitItemId, creditItemId]);
    await this.items.hold(transaction, [...new Set([...own, ...others])]);
    return this.allocations.activeOf(transaction, own);
  }

  /**
   * Settles within the running command, for documents that settle what they post; the items are held until it ends.
   *
   * @throws Problem as `allocate`; pointers are those of the pairs
   */
  async settleWithin(
    transaction: Transaction,
    pairs: readonly WantedPair[],
    when: GroupedDate,
  ): Promise<AllocationView[]> {
    return (await this.settle(transaction, pairs, when)).allocations;
  }

  /** Within the running command; the items are held until it ends. */
  private async settle(
    transaction: Transaction,
    pairs: readonly WantedPair[],
    when: GroupedDate,
  ): Promise<AllocationsView> {
    const named = pairs.flatMap(({ debitItemId, creditItemId }) => [
      debitItemId.toLowerCase(),
      creditItemId.toLowerCase(),
    ]);
    const items = await this.items.hold(transaction, [...new Set(named)]);
    const functionalCurrency = await currencyOf(transaction, items);
    const { allocations, errors } = planAllocations(pairs, items, functionalCurrency);
    if (!allocations) throw refusalOf(errors);
    const { legalEntityId } = items[0]!;
    const dated = latestOf(items.map(({ entryDate }) => entryDate));
    const itemIds = items.map(({ id }) => id);
    const openedAgain = (await this.allocations.lastOpenedAgain(transaction, itemIds)) ?? dated;
    const earliest = latestOf([dated, openedAgain]);
    const wanted = when.asSoonAsPossible ? { ...when, effectiveOn: earliest } : when;
    const effectiveOn = await this.dates.resolve(transaction, legalEntityId, earliest, wanted);
    if (effectiveOn < dated) throw tooEarly('an item is dated', dated);
    if (effectiveOn < openedAgain) throw tooEarly('an item was opened again', openedAgain);
    const groupId = when.groupId ?? newId();
    const differenceEntryId = await this.postDifferences(transaction, allocations, {
      groupId,
      entryDate: effectiveOn,
      softCloseReason: when.softCloseReason,
      description: DIFFERENCES_OF_SETTLEMENTS,
    });
    const rows = allocations.map((planned) => rowOf(planned, differenceEntryId));
    const taxes = await this.cashBasisTaxes.plan(transaction, allocations.map(taxedOf), functionalCurrency);
    await this.allocations.insert(transaction, { legalEntityId, groupId, effectiveOn }, ALLOCATE, rows);
    const at = { legalEntityId, functionalCurrency, groupId, effectiveOn, softCloseReason: when.softCloseReason };
    await this.cashBasisTaxes.record(transaction, taxes, at);
    const ids = rows.map(({ id }) => id);
    const made = await this.allocations.find(transaction, ids);
    const events = made.map((one) => ({ subject: one.id, data: eventOf(one) }));
    await transaction.publishAll(openItemEvents.allocationMade, events);
    return { allocations: made };
  }

  private postDifferences(
    transaction: Transaction,
    allocations: readonly PlannedAllocation[],
    at: { groupId: string; entryDate: CalendarDate; description: string; softCloseReason?: string },
  ): Promise<string | null> {
    const differences = allocations.map((planned) => ({ item: planned.debit, amount: exchangeDifference(planned) }));
    return this.differences.post(transaction, differences, at);
  }
}

const latestOf = (dates: readonly string[]): string => [...dates].sort().at(-1)!;

async function currencyOf(transaction: Transaction, items: readonly OpenItemView[]): Promise<string> {
  const [item] = items;
  // Where none is found, all pairs are refused, whatever the currency.
  if (!item) return 'EUR';
  const [books] = await transaction.rows<{ code: string }>(FUNCTIONAL_CURRENCY, [
    transaction.organizationId,
    item.legalEntityId,
  ]);
  return books!.code;
}

function rowOf(planned: PlannedAllocation, differenceEntryId: string | null): NewAllocation {
  const { id, debit, credit, amount, functionalDebit, functionalCredit } = planned;
  return {
    id,
    debitItemId: debit.id,
    creditItemId: credit.id,
    amount: amount.toString(),
    functionalDebit: functionalDebit.toString(),
    functionalCredit: functionalCredit.toString(),
    differenceEntryId: exchangeDifference(planned).isZero() ? null : differenceEntryId,
    undoes: null,
  };
}

const taxedOf = ({ id, debit, credit, amount }: PlannedAllocation) => ({
  allocationId: id,
  amount,
  debitItemId: debit.id,
  debitEntryId: debit.entryId,
  creditItemId: credit.id,
  creditEntryId: credit.entryId,
});

function negated({ debitItemId, creditItemId, amount, functionalDebitAmount, functionalCreditAmount }: AllocationView) {
  const negative = (text: string) => new Decimal(text).negated().toString();
  return {
    debitItemId,
    creditItemId,
    amount: negative(amount),
    functionalDebit: negative(functionalDebitAmount),
    functionalCredit: negative(functionalCreditAmount),
  };
}

/** What is told of an allocation. */
export function eventOf(allocation: AllocationToTell) {
  const { id, legalEntityId, partyId, debitEntryId, creditEntryId, amount, currency, effectiveOn } = allocation;
  return { allocationId: id, legalEntityId, partyId, debitEntryId, creditEntryId, amount, currency, effectiveOn };
}

type AllocationToTell = Pick<
  AllocationView,
  'id' | 'legalEntityId' | 'partyId' | 'debitEntryId' | 'creditEntryId' | 'amount' | 'currency' | 'effectiveOn'
>;

function requireActive({ status, undoneBy }: AllocationView): void {
  if (status === 'undone') throw accountingProblems.allocation_undone(`The allocation ${undoneBy} takes it back.`);
  if (status === 'undoing') {
    throw accountingProblems.allocation_undone('It takes an allocation back itself; settle the items anew instead.');
  }
}

/** Where nothing but the amounts is wrong, the request is right and others were first. */
export function refusalOf(errors: ProblemError[]): Error {
  const isOver = errors.every(({ code }) => code === 'over_allocated');
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return (isOver ? accountingProblems.over_allocated : accountingProblems.allocation_refused)(detail, errors);
}

function unknownParty(id: string): Error {
  const message = `There is no party ${id}.`;
  return accountingProblems.allocation_refused(message, [{ pointer: '/partyId', code: 'unknown_party', message }]);
}

function tooEarly(what: string, date: string): Error {
  const message = `It takes effect on ${date} or later: then ${what}.`;
  return accountingProblems.allocation_refused(message, [
    { pointer: '/effectiveOn', code: 'effective_too_early', message },
  ]);
}
