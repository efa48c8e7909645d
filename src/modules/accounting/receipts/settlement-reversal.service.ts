import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../accounting.problems.js';
import { DocumentReversals } from '../journal/document-reversals.service.js';
import { AllocationService } from '../open-items/allocation.service.js';
import { AllocationsRepository } from '../open-items/allocations.repository.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import { SettlementDates } from '../open-items/settlement-dates.service.js';
import { TaxLinesRepository } from '../tax/lines/tax-lines.repository.js';
import { receiptEvents } from './receipts.events.js';
import { receiptPermissions } from './receipts.permissions.js';
import type { ReverseSettlement } from './settlement-fields.dto.js';
import { inWordsOfRequest, type SettlementKind } from './settlement-refusal.js';
import { SettlementReading } from './settlement-reading.service.js';
import { type SettlementRecord, SettlementsRepository } from './settlements.repository.js';

const ACTIONS: Readonly<Record<SettlementKind, string>> = {
  receipt: receiptPermissions.recordReceipts.name,
  refund: receiptPermissions.recordRefunds.name,
  write_off: receiptPermissions.writeOff.name,
};

const HOLD: Statement = {
  name: 'hold_party_of_settlement',
  text: `
    SELECT p.id FROM accounting.settlement s
    JOIN accounting.party n ON n.organization_id = s.organization_id AND n.id = s.party_id
    JOIN accounting.party p ON p.organization_id = n.organization_id AND p.id = coalesce(n.survivor_id, n.id)
    WHERE s.organization_id = $1 AND s.id = $2 FOR SHARE OF p`,
};

/** Takes receipts, refunds and write-offs back: what they settled is open again, and what they posted is reversed. */
@Injectable()
export class SettlementReversal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: SettlementsRepository,
    private readonly reading: SettlementReading,
    private readonly items: OpenItemsRepository,
    private readonly allocations: AllocationsRepository,
    private readonly allocation: AllocationService,
    private readonly dates: SettlementDates,
    private readonly reversals: DocumentReversals,
    private readonly taxLines: TaxLinesRepository,
  ) {}

  /** @throws Problem not_found, settlement_reversed, settlement_used, reversal_too_early, period_closed, entry_refused */
  reverse<Summary extends object>(
    kind: SettlementKind,
    id: string,
    body: ReverseSettlement,
    viewOf: (record: SettlementRecord) => Summary,
  ) {
    return this.unitOfWork.run(ACTIONS[kind], async (transaction) => {
      await this.reverseWithin(transaction, kind, id, body);
      const view = await this.reading.describe(transaction, kind, id, viewOf);
      await publish(transaction, await this.settlements.get(transaction, kind, id));
      return view;
    });
  }

  private async reverseWithin(
    transaction: Transaction,
    kind: SettlementKind,
    id: string,
    { reversedOn: named, reason, softCloseReason }: ReverseSettlement,
  ): Promise<void> {
    const record = await this.settlements.get(transaction, kind, id);
    if (record.status === 'reversed') {
      throw accountingProblems.settlement_reversed(`It was reversed on ${record.reversedOn}.`);
    }
    // As those who record documents do: first the party, then its items.
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    const posted = await this.settlements.entriesOf(transaction, id);
    const entryIds = posted.filter(({ isReversed }) => isReversed).map((one) => one.id);
    const own = (await this.items.ofEntries(transaction, entryIds)).map((item) => item.id);
    const joined = await this.allocations.activeOf(transaction, own);
    await this.items.hold(transaction, [
      ...new Set(joined.flatMap(({ debitItemId, creditItemId }) => [debitItemId, creditItemId]).concat(own)),
    ]);
    const active = await this.allocations.activeOf(transaction, own);
    const groups = [...new Set(active.map(({ groupId }) => groupId))];
    const [user] = await this.settlements.usersOf(transaction, groups, id);
    if (user) {
      const message = `A part of it went into the ${user.kind.replace('_', '-')} ${user.id}; reverse that first.`;
      throw accountingProblems.settlement_used(message);
    }
    const earliest = [record.settledOn, ...active.map(({ effectiveOn }) => effectiveOn)].sort().at(-1)!;
    await inWordsOfRequest('/reversedOn', async () => {
      const wanted = { effectiveOn: named, softCloseReason };
      const reversedOn = await this.dates.resolve(transaction, record.legalEntityId, earliest, wanted);
      if (reversedOn < earliest) throw tooEarly(earliest);
      const action = ACTIONS[kind];
      await this.settlements.insertReversal(transaction, action, record, { reversedOn, reason });
      const ids = active.map((one) => one.id);
      await this.allocation.undoWithin(transaction, ids, { groupId: id, effectiveOn: reversedOn, softCloseReason });
      const at = { entryDate: reversedOn, softCloseReason };
      await this.taxLines.mirror(transaction, await this.reversals.reverse(transaction, entryIds, at), reversedOn);
    });
  }
}

async function publish(transaction: Transaction, record: SettlementRecord): Promise<void> {
  const { id, kind, legalEntityId, partyId, amount, currency } = record;
  const data = { legalEntityId, partyId, date: record.reversedOn!, amount, currency };
  if (kind === 'receipt') await transaction.publish(receiptEvents.receiptReversed, id, { receiptId: id, ...data });
  else if (kind === 'refund') await transaction.publish(receiptEvents.refundReversed, id, { refundId: id, ...data });
  else await transaction.publish(receiptEvents.writeOffReversed, id, { writeOffId: id, ...data });
}

function tooEarly(earliest: string): Error {
  const message = `It is reversed on ${earliest} or later: then it took effect.`;
  return accountingProblems.reversal_too_early(message, [
    { pointer: '/entryDate', code: 'reversed_too_early', message },
  ]);
}
