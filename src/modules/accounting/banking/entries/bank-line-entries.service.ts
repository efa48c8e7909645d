import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { LedgerPosting, type PostingRequest } from '../../contract/ledger-posting.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { ReceiptsService } from '../../receipts/receipts.service.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from '../matching/bank-ledger-lines.repository.js';
import type { BankMatchDetailView, BankMatchMethod } from '../matching/bank-matches.dto.js';
import { BankMatchesRepository } from '../matching/bank-matches.repository.js';
import { matchRefusal } from '../matching/match-refusal.js';
import { partsOf } from '../matching/plan-match.js';
import type { CreateBankLineEntry } from './bank-line-entry.dto.js';
import { LineEntryFactsReader } from './line-entry-facts.reader.js';
import { pairsOf, planLineEntry } from './plan-line-entry.js';
import { inWordsOfLine, type PlannedLineReceipt } from './plan-line-receipt.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Posts what a line of a statement is in the books, settles what it pays, and matches the two; all or nothing. */
@Injectable()
export class BankLineEntriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: LineEntryFactsReader,
    private readonly posting: LedgerPosting,
    private readonly allocation: AllocationService,
    private readonly receipts: ReceiptsService,
    private readonly ledgerLines: BankLedgerLinesRepository,
    private readonly matches: BankMatchesRepository,
  ) {}

  /** @throws Problem bank_line_status, bank_match_refused, and what the ledger, open items and receipts refuse */
  create(body: CreateBankLineEntry): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const id = await this.carryOut(transaction, body, { method: 'entry' });
      return this.matches.get(transaction, id);
    });
  }

  /**
   * Within the running command.
   *
   * @returns the id of the match
   */
  async carryOut(
    transaction: Transaction,
    body: CreateBankLineEntry,
    made: { method: BankMatchMethod; ruleId?: string },
  ): Promise<string> {
    const facts = await this.facts.read(transaction, body);
    const id = newId();
    const plan = planLineEntry(id, body, facts);
    if (plan.errors) throw matchRefusal(plan.errors);
    if (facts.status !== 'unmatched') throw wrongStatus(facts.status);
    const ofReceipts: string[] = [];
    for (const one of plan.receipts) ofReceipts.push(await this.receive(transaction, id, one));
    const entryId = plan.request ? await this.post(plan.request, plan.order) : null;
    const allocationGroupId =
      entryId === null ? null : await this.settle(transaction, entryId, plan.settlements, body.softCloseReason);
    const { legalEntityId, bankAccountId } = facts.line;
    const entryIds = [...ofReceipts, ...(entryId === null ? [] : [entryId])];
    const own = (await this.ledgerLines.ofEntries(transaction, entryIds)).filter(({ lineNumber }) => lineNumber === 1);
    const match = { id, ...made, entryId, allocationGroupId, parts: partsOf([facts.line], own) };
    await this.matches.insert(transaction, { legalEntityId, bankAccountId }, ACTION, [match]);
    return id;
  }

  /**
   * Records what was paid less what was withheld.
   *
   * @returns the id of the entry that moves the money
   */
  private async receive(
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

  private async post(request: PostingRequest, order: readonly number[]): Promise<string> {
    try {
      const [entry] = await this.posting.post([request]);
      return entry!.id;
    } catch (error) {
      if (error instanceof Problem) throw inWordsOfBody(error, order);
      throw error;
    }
  }

  private async settle(
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

function wrongStatus(status: string): Error {
  const message = `The line is ${status}; an entry is made from one that is unmatched.`;
  return bankingProblems.bank_line_status(message, [{ pointer: '/statementLineId', code: 'wrong_status', message }]);
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
