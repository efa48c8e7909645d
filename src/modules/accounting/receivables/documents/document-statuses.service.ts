import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Gathering, Transaction } from '#platform/database/transaction.js';
import { type AllocationFollower, AllocationFollowers } from '../../open-items/allocation-followers.js';
import { receivablesEvents } from '../receivables.events.js';
import { type ChangedStatus, DocumentStatusesRepository } from './document-statuses.repository.js';

/** What was done in a command that documents may have another status for; of `told` ones an event of their own tells it. */
interface Done {
  what: 'allocated' | 'credited' | 'told';
  id: string;
}

const events = {
  invoice: receivablesEvents.invoiceStatusChanged,
  credit_note: receivablesEvents.creditNoteStatusChanged,
} as const;

/** Tells, once at the end of a command, which documents have another status than before it, whatever it settled them with. */
@Injectable()
export class DocumentStatuses implements OnModuleInit, AllocationFollower, Gathering<Done> {
  constructor(
    private readonly followers: AllocationFollowers,
    private readonly statuses: DocumentStatusesRepository,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  allocated(transaction: Transaction, allocationIds: readonly string[]): void {
    this.gather(transaction, 'allocated', allocationIds);
  }

  /** A credit note was issued: its invoice may be credited without being settled by it. */
  credited(transaction: Transaction, creditNoteId: string): void {
    this.gather(transaction, 'credited', [creditNoteId]);
  }

  /** The event that the document is recorded says what is open of it: nothing is told beside it in this command. */
  toldAtRecording(transaction: Transaction, documentId: string): void {
    this.gather(transaction, 'told', [documentId]);
  }

  async atEnd(transaction: Transaction, done: readonly Done[]): Promise<void> {
    const [allocationIds, creditNoteIds, told] = [of(done, 'allocated'), of(done, 'credited'), of(done, 'told')];
    if (allocationIds.length === 0 && creditNoteIds.length === 0) return;
    const changed = await this.statuses.findChanged(transaction, { allocationIds, creditNoteIds });
    const toTell = changed.filter(({ documentId }) => !told.includes(documentId));
    for (const kind of ['invoice', 'credit_note'] as const) {
      const some = toTell.filter((one) => one.kind === kind);
      await transaction.publishAll(events[kind], some.map(eventOf));
    }
  }

  private gather(transaction: Transaction, what: Done['what'], ids: readonly string[]): void {
    const done = ids.map((id) => ({ what, id }));
    transaction.gather<Done>(this, done);
  }
}

const of = (done: readonly Done[], wanted: Done['what']) => done.flatMap(({ what, id }) => (what === wanted ? id : []));

function eventOf({ kind: _kind, ...changed }: ChangedStatus) {
  const { minorUnits } = requireCurrency(changed.currency);
  const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
  const data = {
    ...changed,
    payable: money(changed.payable),
    openAmount: money(changed.openAmount),
    creditedAmount: money(changed.creditedAmount),
    writtenOffAmount: money(changed.writtenOffAmount),
  };
  return { subject: changed.documentId, data };
}
