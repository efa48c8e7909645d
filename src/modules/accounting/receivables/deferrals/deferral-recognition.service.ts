import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { documentJournals } from '../../chart/standard-journals.js';
import { LedgerPosting, type PostedEntry } from '../../contract/ledger-posting.js';
import { DocumentJournals } from '../documents/document-journals.repository.js';
import { DeferralsRepository } from './deferrals.repository.js';
import { type PlannedRecognition, planRecognitions, recognitionRequest } from './plan-recognition.js';
import { type DueDay, type DueScope, RecognitionRepository } from './recognition.repository.js';

const journal = { code: documentJournals.deferral, name: 'Deferred revenue' };

/** What a run posted, and what waits for a period to be opened. */
export interface RecognitionOutcome {
  recognitions: (PlannedRecognition & { entry: PostedEntry })[];
  waiting: DueDay[];
}

interface TakenBack {
  legalEntityId: string;
  partIds: readonly string[];
  softCloseReason?: string | undefined;
}

type Posted = DueDay & { postedOn: CalendarDate };

/** Takes what is due from deferred accounts to revenue; a part once, whoever asks and however often. */
@Injectable()
export class DeferralRecognition {
  constructor(
    private readonly deferrals: DeferralsRepository,
    private readonly parts: RecognitionRepository,
    private readonly journals: DocumentJournals,
    private readonly ledger: LedgerPosting,
  ) {}

  /** In the running command. @throws Problem what the ledger refuses, told of the run */
  async recognize(
    transaction: Transaction,
    scope: { legalEntityId: string; through: CalendarDate },
  ): Promise<RecognitionOutcome> {
    await this.deferrals.hold(transaction, scope.legalEntityId);
    const due = await this.parts.due(transaction, scope);
    const isPosted = (day: DueDay): day is Posted => day.postedOn !== null && day.postedOn <= scope.through;
    const recognitions = await this.post(transaction, scope, due.filter(isPosted));
    return { recognitions, waiting: due.filter((day) => !isPosted(day)) };
  }

  /** What a credit note takes back of revenue that was recognized; the caller holds the deferrals. */
  async takeBack(transaction: Transaction, { softCloseReason, ...scope }: TakenBack): Promise<void> {
    const due = await this.parts.due(transaction, { ...scope, passSoftClose: softCloseReason !== undefined });
    const posted = due.filter((day): day is Posted => day.postedOn !== null);
    await this.post(transaction, { ...scope, softCloseReason }, posted);
  }

  private async post(
    transaction: Transaction,
    { softCloseReason, ...scope }: DueScope & { softCloseReason?: string | undefined },
    days: readonly Posted[],
  ): Promise<RecognitionOutcome['recognitions']> {
    const planned = days.length === 0 ? [] : planRecognitions(await this.parts.take(transaction, scope, days));
    if (planned.length === 0) return [];
    const { legalEntityId } = scope;
    await this.journals.ensure(transaction, legalEntityId, journal);
    const requests = planned.map((one) => recognitionRequest(one, { legalEntityId, softCloseReason }));
    const entries = await this.ledger.post(requests).catch(tellOfRun);
    const recorded = planned.map(({ id, postedOn }, index) => {
      return { id, recognizedOn: postedOn, entryId: entries[index]!.id };
    });
    await this.parts.record(transaction, legalEntityId, recorded);
    return planned.map((one, index) => ({ ...one, entry: entries[index]! }));
  }
}

/** Lines of the entries are no part of what was asked for. */
function tellOfRun(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const { code, status, title, detail, errors } = error;
  const told = errors.map((one) => [JSON.stringify([one.code, one.message]), { ...one, pointer: '' }] as const);
  throw new Problem(code, status, title, detail, [...new Map(told).values()]);
}
