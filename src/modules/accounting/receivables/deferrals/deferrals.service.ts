import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../../accounting.problems.js';
import type { SalesDocument, SalesLine } from '../documents/sales-document.js';
import { DeferralRecognition } from './deferral-recognition.service.js';
import {
  DeferralsRepository,
  newPart,
  type NewPart,
  type NewSchedule,
  type PostedDeferral,
} from './deferrals.repository.js';
import { planCut, planDeferral, type PlannedCut } from './plan-deferral.js';

/** A document that is issued, and what is asked of its deferrals. */
export interface DeferringDocument {
  document: SalesDocument;
  /** Of a credit note: the last day that is served. */
  serviceEndsOn?: CalendarDate | undefined;
  softCloseReason?: string | undefined;
}

/** Keeps what documents defer: schedules come with invoices, and credit notes cut them. */
@Injectable()
export class Deferrals {
  constructor(
    private readonly deferrals: DeferralsRepository,
    private readonly recognition: DeferralRecognition,
  ) {}

  /** Before anything of the documents is posted: who recognizes what they take back waits, or they wait for that. */
  async hold(transaction: Transaction, documents: readonly DeferringDocument[]): Promise<void> {
    const cutting = documents.filter(({ document }) => document.creditsId !== null && isDeferring(document));
    const entities = [...new Set(cutting.map(({ document }) => document.legalEntityId))].toSorted();
    for (const legalEntityId of entities) await this.deferrals.hold(transaction, legalEntityId);
  }

  /** When the documents are posted and kept. @throws Problem credit_refused where no service ends earlier */
  async keep(transaction: Transaction, all: readonly DeferringDocument[]): Promise<void> {
    const deferring = all.filter(({ document }) => isDeferring(document));
    refuseEnds(all);
    if (deferring.length === 0) return;
    const ids = deferring.map(({ document }) => document.id);
    const posted = new Map(
      (await this.deferrals.posted(transaction, ids)).map((one) => [keyOf(one.documentId, one.position), one]),
    );
    const invoices = deferring.filter(({ document }) => document.kind === 'invoice');
    await this.schedule(transaction, invoices, posted);
    for (const credit of deferring.filter(({ document }) => document.kind === 'credit_note')) {
      await this.cut(transaction, credit, posted);
    }
  }

  private async schedule(
    transaction: Transaction,
    invoices: readonly DeferringDocument[],
    posted: ReadonlyMap<string, PostedDeferral>,
  ): Promise<void> {
    const schedules: NewSchedule[] = [];
    const parts: NewPart[] = [];
    for (const { document } of invoices) {
      const { id: documentId, legalEntityId, issuedOn, currency } = document;
      document.lines.forEach(({ service, deferral, net }, index) => {
        const said = posted.get(keyOf(documentId, index + 1));
        if (!service || !deferral || !said) return;
        const { functionalAmount, functionalCurrency } = said;
        const schedule = { id: newId(), documentId, position: index + 1, functionalAmount };
        const line = {
          service,
          method: deferral,
          issuedOn,
          currency,
          functionalCurrency,
          amount: net,
          functionalAmount,
        };
        const of = { legalEntityId, scheduleId: schedule.id, documentId };
        schedules.push(schedule);
        parts.push(...planDeferral(line).map((part) => newPart(part, of)));
      });
    }
    if (schedules.length > 0) await this.deferrals.insert(transaction, schedules, parts);
  }

  private async cut(
    transaction: Transaction,
    { document, serviceEndsOn, softCloseReason }: DeferringDocument,
    posted: ReadonlyMap<string, PostedDeferral>,
  ): Promise<void> {
    const { id: documentId, legalEntityId, issuedOn, currency } = document;
    const standing = await this.deferrals.standing(transaction, [document.creditsId!]);
    const cuts = document.lines.flatMap((line, index) => {
      const said = posted.get(keyOf(documentId, index + 1));
      const schedule = standing.find(({ position }) => position === line.creditsPosition);
      if (!said || !schedule) return [];
      const { method, from, through, months } = schedule;
      const planned = planCut({
        service: { from, through },
        method,
        issuedOn,
        currency,
        functionalCurrency: said.functionalCurrency,
        amount: line.net,
        functionalAmount: said.functionalAmount.negated(),
        standing: months,
        serviceEndsOn: serviceEndsOn !== undefined && serviceEndsOn < through ? serviceEndsOn : undefined,
      });
      const of = { legalEntityId, scheduleId: schedule.id, documentId };
      return planned.map((part): { part: NewPart; planned: PlannedCut } => ({
        part: newPart(part, of),
        planned: part,
      }));
    });
    await this.deferrals.insert(
      transaction,
      [],
      cuts.map(({ part }) => part),
    );
    const earned = cuts.filter(({ planned }) => planned.isRecognized).map(({ part }) => part.id);
    if (earned.length === 0) return;
    await this.recognition.takeBack(transaction, { legalEntityId, partIds: earned, softCloseReason });
  }
}

const keyOf = (documentId: string, position: number) => `${documentId} ${position}`;
const isDeferred = ({ deferral, net }: SalesLine) => deferral !== null && !net.isZero();
const isDeferring = ({ lines }: SalesDocument) => lines.some(isDeferred);

/** An end of a service that changes nothing is a mistake of whoever gives it. */
function refuseEnds(documents: readonly DeferringDocument[]): void {
  for (const { document, serviceEndsOn } of documents) {
    if (serviceEndsOn === undefined) continue;
    const ends = document.lines.some((line) => isDeferred(line) && line.service!.through > serviceEndsOn);
    if (ends) continue;
    const message = `Nothing that is credited is deferred and served after ${serviceEndsOn}; leave serviceEndsOn out.`;
    throw accountingProblems.credit_refused(message, [{ pointer: '/serviceEndsOn', code: 'no_service_ends', message }]);
  }
}
