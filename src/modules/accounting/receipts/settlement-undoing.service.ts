import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { DocumentReversals } from '../journal/document-reversals.service.js';
import { AllocationService } from '../open-items/allocation.service.js';
import { SettlementDates } from '../open-items/settlement-dates.service.js';
import type { ReverseSettlement } from './settlement-fields.dto.js';
import { inWordsOfRequest } from './settlement-refusal.js';
import { type SettlementRecord, SettlementsRepository } from './settlements.repository.js';

const party = `
  SELECT p.id FROM accounting.settlement s
  JOIN accounting.party n ON n.organization_id = s.organization_id AND n.id = s.party_id
  JOIN accounting.party p ON p.organization_id = n.organization_id
    AND p.id = CASE WHEN n.survivor_id IS NULL THEN n.id ELSE n.survivor_id END
  WHERE s.organization_id = $1 AND s.id = $2`;
const HOLD: Statement = { name: 'hold_party_of_settlement', text: [party, 'FOR SHARE OF p'].join(' ') };
/** What was withheld may have been taken back meanwhile: those who do either wait for each other. */
const HOLD_ALONE: Statement = {
  name: 'hold_party_of_withheld_settlement',
  text: [party, 'FOR NO KEY UPDATE OF p'].join(' '),
};

/** How a document is taken back as a part of another command. */
export interface UndoneWith extends ReverseSettlement {
  /** Where no day is named: on the first that it may be, and not today. */
  asEarlyAsMay?: boolean;
  /** Where the request has the day; `/reversedOn` where left out. */
  dateField?: string;
}

/** Undoes what a document settled, and reverses what it posted, on one day. */
@Injectable()
export class SettlementUndoing {
  constructor(
    private readonly settlements: SettlementsRepository,
    private readonly allocation: AllocationService,
    private readonly dates: SettlementDates,
    private readonly reversals: DocumentReversals,
  ) {}

  /** @throws Problem settlement_used, reversal_too_early, period_closed, entry_refused */
  async undo(
    transaction: Transaction,
    action: string,
    record: SettlementRecord,
    { reversedOn: asked, reason, softCloseReason, asEarlyAsMay = false, dateField = '/reversedOn' }: UndoneWith,
  ): Promise<void> {
    const { id, legalEntityId, settledOn, parts } = record;
    const isWithheld = parts.some(({ purpose }) => purpose === 'withholding');
    // As those who record documents do: first the party, then its items.
    await transaction.rows(isWithheld ? HOLD_ALONE : HOLD, [transaction.organizationId, id]);
    const posted = await this.settlements.entriesOf(transaction, id);
    const entryIds = posted.filter(({ isReversed }) => isReversed).map((one) => one.id);
    const active = await this.allocation.holdActive(transaction, entryIds);
    await this.refuseUsed(transaction, id, [...new Set(active.map(({ groupId }) => groupId))]);
    const earliest = [settledOn, ...active.map(({ effectiveOn }) => effectiveOn)].sort().at(-1)!;
    const named = asked ?? (asEarlyAsMay ? earliest : undefined);
    await inWordsOfRequest(dateField, async () => {
      const wanted = { effectiveOn: named, softCloseReason };
      const reversedOn = await this.dates.resolve(transaction, legalEntityId, earliest, wanted);
      if (reversedOn < earliest) throw tooEarly(earliest);
      await this.settlements.insertReversal(transaction, action, record, { reversedOn, reason });
      const ids = active.map((one) => one.id);
      await this.allocation.undoWithin(transaction, ids, { groupId: id, effectiveOn: reversedOn, softCloseReason });
      const at = { entryDate: reversedOn, softCloseReason };
      await this.reversals.reverseAll(transaction, entryIds, at);
    });
  }

  private async refuseUsed(transaction: Transaction, id: string, groupIds: readonly string[]): Promise<void> {
    const [user] = await this.settlements.usersOf(transaction, groupIds, id);
    if (!user) return;
    const message = `A part of it went into the ${user.kind.replace('_', '-')} ${user.id}; reverse that first.`;
    throw accountingProblems.settlement_used(message);
  }
}

function tooEarly(earliest: string): Error {
  const message = `It is reversed on ${earliest} or later: then it took effect.`;
  return accountingProblems.reversal_too_early(message, [
    { pointer: '/entryDate', code: 'reversed_too_early', message },
  ]);
}
