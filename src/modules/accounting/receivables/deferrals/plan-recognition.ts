import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { documentJournals } from '../../chart/standard-journals.js';
import type { PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import type { TakenGroup } from './recognition.repository.js';

/** One entry: what is taken from deferred accounts to revenue on a day. */
export interface PlannedRecognition {
  id: string;
  postedOn: CalendarDate;
  /** Whether some of it was due in a period that took no entries any more. */
  isCatchUp: boolean;
  firstMonth: CalendarDate;
  lastMonth: CalendarDate;
  parts: number;
  schedules: number;
  groups: TakenGroup[];
}

/** The entries of what was taken, in the order of their days. */
export function planRecognitions(taken: readonly TakenGroup[]): PlannedRecognition[] {
  const byId = new Map<string, PlannedRecognition>();
  for (const group of taken) {
    const { recognitionId: id, postedOn, firstMonth, lastMonth, parts, schedules, firstDue } = group;
    const known = byId.get(id);
    if (!known) {
      const isCatchUp = firstDue < postedOn;
      byId.set(id, { id, postedOn, isCatchUp, firstMonth, lastMonth, parts, schedules, groups: [group] });
      continue;
    }
    known.isCatchUp ||= firstDue < postedOn;
    known.firstMonth = firstMonth < known.firstMonth ? firstMonth : known.firstMonth;
    known.lastMonth = lastMonth > known.lastMonth ? lastMonth : known.lastMonth;
    known.parts += parts;
    known.schedules += schedules;
    known.groups.push(group);
  }
  return [...byId.values()];
}

/** Months and, where some were late, that their periods were closed. */
export function descriptionOf({ firstMonth, lastMonth, isCatchUp }: PlannedRecognition): string {
  const [first, last] = [firstMonth.slice(0, 7), lastMonth.slice(0, 7)];
  const months = first === last ? first : `${first} to ${last}`;
  return `Revenue of ${months}${isCatchUp ? ', caught up: periods were closed' : ''}`;
}

/**
 * What is deferred is no money: it is earned at the rate at which it was invoiced (IAS 21.23), so that the entry is in the
 * functional currency.
 */
export function recognitionRequest(
  planned: PlannedRecognition,
  { legalEntityId, softCloseReason }: { legalEntityId: string; softCloseReason?: string | undefined },
): PostingRequest {
  return {
    legalEntityId,
    journalCode: documentJournals.deferral,
    entryDate: planned.postedOn,
    description: descriptionOf(planned),
    ...(softCloseReason !== undefined && { softCloseReason }),
    origin: { type: 'deferral', id: planned.id },
    lines: planned.groups.flatMap(linesOf),
  };
}

function linesOf({ accountId, revenueAccountId, dimensions, amount }: TakenGroup): PostingLine[] {
  const earned = new Decimal(amount);
  if (earned.isZero()) return [];
  const text = earned.abs().toFixed();
  const sides: [PostingLine, PostingLine] = earned.isNegative()
    ? [{ credit: text }, { debit: text }]
    : [{ debit: text }, { credit: text }];
  return [
    { ...sides[0], accountId, dimensions },
    { ...sides[1], accountId: revenueAccountId, dimensions },
  ];
}

/** What was earned by an entry, in the functional currency. */
export const earnedBy = ({ groups }: PlannedRecognition): Decimal =>
  groups.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
