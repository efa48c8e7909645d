import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { currentActing } from '#platform/database/acting.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { LedgerPosting, type PostedEntry, type PostingRequest } from '../contract/ledger-posting.js';
import { appendTaxed } from './append-taxed-entries.js';
import type { BulkPostingView, BulkResultView, PostJournalEntriesInBulk } from './bulk-posting.dto.js';
import { bearsTaxes, EntryTaxes } from './entry-taxes.js';
import type { CreateJournalEntry, JournalEntryView } from './journal-entries.dto.js';
import { viewOfPlanned } from './journal-entry-views.js';
import type { EntryPlan } from './plan-entry.js';
import { PostingGroups } from './posting-groups.service.js';
import { type PostingWish, PostingPlanner } from './posting-planner.service.js';
import { planned, refusal } from './posting-refusal.js';
import { requestOfBody } from './posting-request.js';
import { moduleRights, rightsOf } from './posting-rights.js';
import { scheduleReversals } from './schedule-reversals.js';

const ACTION = accountingPermissions.postEntries.name;

/** Posts entries: by hand, in bulk, and for other modules. All ways share one plan and one statement. */
@Injectable()
export class JournalPostingService extends LedgerPosting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: PostingPlanner,
    private readonly groups: PostingGroups,
    private readonly legalEntity: NamedLegalEntity,
    private readonly entryTaxes: EntryTaxes,
  ) {
    super();
  }

  async postByHand(body: CreateJournalEntry): Promise<JournalEntryView> {
    if (!body.post) {
      throw refusal([
        { pointer: '/post', code: 'post_required', message: 'Entries are posted at once: send post: true.' },
      ]);
    }
    const acting = currentActing();
    const request = requestOfBody(
      body,
      body.legalEntityId?.toLowerCase() ?? (await this.legalEntity.resolve(undefined)),
    );
    try {
      const wish = { request, rights: rightsOf(acting), pointer: '', makerId: acting.personId };
      // What is written beside the entry is audited under the command's own name, so it shares no transaction.
      const isAlone = request.reversesOn !== undefined || bearsTaxes(request);
      return isAlone ? await this.postAlone(wish) : await this.groups.post(acting, wish);
    } catch (error) {
      // Whether there is such a legal entity at all is asked only where its books were not found.
      const lacksBooks = error instanceof Problem && error.code === 'books_not_open';
      if (lacksBooks) await this.legalEntity.resolve(request.legalEntityId);
      throw error;
    }
  }

  private postAlone(wish: PostingWish): Promise<JournalEntryView> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      const entries = planned(await this.planner.plan(transaction, [wish]));
      await scheduleReversals(transaction, entries);
      const { acting } = transaction;
      const record = { actorId: acting.actorId, postedAt: await transaction.startedAt };
      return appendTaxed(transaction, this.entryTaxes, {
        acting,
        entries,
        answer: ([number]) => viewOfPlanned(entries[0]!, number!, record),
      });
    });
  }

  postInBulk({ mode, entries }: PostJournalEntriesInBulk): Promise<BulkPostingView> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      const { acting } = transaction;
      const nameless = entries.findIndex((entry) => entry.legalEntityId === undefined);
      const unnamed =
        nameless < 0 ? '' : await this.legalEntity.resolve(undefined, `/entries/${nameless}/legalEntityId`);
      const rights = rightsOf(acting);
      const wishes = entries.map((entry, index) => ({
        request: requestOfBody(entry, entry.legalEntityId?.toLowerCase() ?? unnamed),
        rights,
        pointer: `/entries/${index}`,
      }));
      const plans = await this.planner.plan(transaction, wishes);
      const accepted = mode === 'atomic' ? planned(plans) : plans.flatMap((plan) => plan.entry ?? []);
      await scheduleReversals(transaction, accepted);
      const answer = (numbers: readonly number[]) => ({ mode, results: resultsOf(plans, numbers) });
      return appendTaxed(transaction, this.entryTaxes, { acting, entries: accepted, answer });
    });
  }

  override post(requests: readonly PostingRequest[]): Promise<PostedEntry[]> {
    return this.unitOfWork.runToLast(ACTION, async (transaction) => {
      // Whose command it is a part of has given the reason for a closed period.
      const { passSoftClose } = rightsOf(transaction.acting);
      const wishes = requests.map((request, index) => ({
        request,
        rights: { ...moduleRights, passSoftClose },
        pointer: `/entries/${index}`,
      }));
      const entries = planned(await this.planner.plan(transaction, wishes));
      await scheduleReversals(transaction, entries);
      const answer = (numbers: readonly number[]) =>
        entries.map(({ id, journal }, index) => ({ id, journalCode: journal.code, number: numbers[index]! }));
      // The answer to remember is that of the command which this posting is a part of.
      return appendTaxed(transaction, this.entryTaxes, {
        acting: { ...transaction.acting, idempotency: undefined },
        entries,
        answer,
      });
    });
  }
}

function resultsOf(plans: readonly EntryPlan[], numbers: readonly number[]): BulkResultView[] {
  const drawn = numbers.values();
  return plans.map(({ entry, errors }, index) => {
    if (!entry) return { index, status: 'refused', id: null, journalCode: null, number: null, errors };
    const { id, journal } = entry;
    return { index, status: 'posted', id, journalCode: journal.code, number: drawn.next().value!, errors: [] };
  });
}
