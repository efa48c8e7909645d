import { Injectable } from '@nestjs/common';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { LedgerPosting, type PostingRequest } from '../../contract/ledger-posting.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { ReceiptsService } from '../../receipts/receipts.service.js';
import { LineEntryFactsReader } from './line-entry-facts.reader.js';
import { pairsOf } from './plan-line-entry.js';
import { inWordsOfLine, type PlannedLineReceipt } from './plan-line-receipt.js';

/** Posts what was planned of a line of a statement: receipts, and an entry with what it settles. Within the running command. */
@Injectable()
export class LineEntryRecording {
  constructor(
    private readonly facts: LineEntryFactsReader,
    private readonly posting: LedgerPosting,
    private readonly allocation: AllocationService,
    private readonly receipts: ReceiptsService,
  ) {}

  /**
   * Records what was paid less what was withheld, a discount or a small difference.
   *
   * @returns the id of the entry that moves the money
   */
  async receive(
    transaction: Transaction,
    bankMatchId: string,
    { index, receipt }: PlannedLineReceipt,
  ): Promise<string> {
    try {
      return (await this.receipts.recordWithin(transaction, receipt, { bankMatchId })).entryId;
    } catch (error) {
      if (error instanceof Problem) throw inWordsOfLine(error, index);
      throw error;
    }
  }

  /** @returns the id of the entry */
  async post(request: PostingRequest, order: readonly number[]): Promise<string> {
    try {
      const [entry] = await this.posting.post([request]);
      return entry!.id;
    } catch (error) {
      if (error instanceof Problem) throw inWordsOfBody(error, order);
      throw error;
    }
  }

  /** @returns the group of the allocations of what the entry settles */
  async settle(
    transaction: Transaction,
    entryId: string,
    settlements: Parameters<typeof pairsOf>[0],
    softCloseReason: string | undefined,
  ): Promise<string | null> {
    if (settlements.length === 0) return null;
    const items = await this.facts.itemsOf(transaction, entryId);
    const pairs = pairsOf(settlements, (lineNumber) => items.get(lineNumber)!);
    const { allocations } = await this.allocation.allocateAsEarlyAsMay(pairs, softCloseReason);
    return allocations[0]!.groupId;
  }
}

/** What the ledger refuses of the entry, told of the lines as they were sent. */
function inWordsOfBody(problem: Problem, order: readonly number[]): Problem {
  const errors = problem.errors.map((error): ProblemError => {
    const pointer = error.pointer
      .replace(/^\/entries\/0/, '')
      .replace(/^\/lines\/(\d+)/, (_, place: string) => (place === '0' ? '' : `/lines/${order[Number(place) - 1]!}`));
    return { ...error, pointer };
  });
  return new Problem(problem.code, problem.status, problem.title, problem.detail, errors);
}
