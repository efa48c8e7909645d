import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from '../matching/bank-ledger-lines.repository.js';
import type { BankMatchDetailView, BankMatchMethod } from '../matching/bank-matches.dto.js';
import { BankMatchesRepository } from '../matching/bank-matches.repository.js';
import { matchRefusal } from '../matching/match-refusal.js';
import { partsOf } from '../matching/plan-match.js';
import type { CreateBankLineEntry } from './bank-line-entry.dto.js';
import { LineEntryFactsReader } from './line-entry-facts.reader.js';
import { LineEntryRecording } from './line-entry-recording.service.js';
import { planLineEntry } from './plan-line-entry.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Posts what a line of a statement is in the books, settles what it pays, and matches the two; all or nothing. */
@Injectable()
export class BankLineEntriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: LineEntryFactsReader,
    private readonly recording: LineEntryRecording,
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
    for (const one of plan.receipts) ofReceipts.push(await this.recording.receive(transaction, id, one));
    const entryId = plan.request ? await this.recording.post(plan.request, plan.order) : null;
    const allocationGroupId =
      entryId === null
        ? null
        : await this.recording.settle(transaction, entryId, plan.settlements, body.softCloseReason);
    const { legalEntityId, bankAccountId } = facts.line;
    const entryIds = [...ofReceipts, ...(entryId === null ? [] : [entryId])];
    const own = (await this.ledgerLines.ofEntries(transaction, entryIds)).filter(({ lineNumber }) => lineNumber === 1);
    const match = { id, ...made, entryId, allocationGroupId, parts: partsOf([facts.line], own) };
    await this.matches.insert(transaction, { legalEntityId, bankAccountId }, ACTION, [match]);
    return id;
  }
}

function wrongStatus(status: string): Error {
  const message = `The line is ${status}; an entry is made from one that is unmatched.`;
  return bankingProblems.bank_line_status(message, [{ pointer: '/statementLineId', code: 'wrong_status', message }]);
}
