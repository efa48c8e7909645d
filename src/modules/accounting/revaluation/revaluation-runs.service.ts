import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { DocumentReversals } from '../journal/document-reversals.service.js';
import { holdBooks } from '../journal/hold-books.js';
import { inWordsOfDocument } from '../journal/in-words-of-document.js';
import {
  type RevaluationLineRow,
  RevaluationLineView,
  type RevaluationRunRow,
  RevaluationRunView,
  type UndoRevaluationRun,
} from './revaluation.dto.js';
import { revaluationEvents } from './revaluation.events.js';
import {
  revaluationLineColumns,
  revaluationLineSource,
  revaluationRunColumns,
  revaluationRunSource,
} from './revaluation.list.js';
import { revaluationPermissions } from './revaluation.permissions.js';
import { RevaluationRepository } from './revaluation.repository.js';

const ACTION = revaluationPermissions.revalue.name;

/** Shows revaluations, and undoes them. */
@Injectable()
export class RevaluationRunsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revaluations: RevaluationRepository,
    private readonly reversals: DocumentReversals,
  ) {}

  list(request: ListRequest): Promise<Page<RevaluationRunView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<RevaluationRunRow>(transaction, {
        columns: revaluationRunColumns,
        from: revaluationRunSource,
        where: 'run.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => RevaluationRunView.from(row));
    });
  }

  find(id: string): Promise<RevaluationRunView> {
    return this.unitOfWork.read(async (transaction) =>
      RevaluationRunView.from(await this.revaluations.get(transaction, id)),
    );
  }

  lines(request: ListRequest): Promise<Page<RevaluationLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<RevaluationLineRow>(transaction, {
        columns: revaluationLineColumns,
        from: revaluationLineSource,
        where: 'line.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => RevaluationLineView.from(row));
    });
  }

  /**
   * Takes the entry back on its own day. Once the day after has taken it back, a further run of the day puts right what was wrong.
   *
   * @throws Problem not_found, revaluation_state, period_closed, entry_refused
   */
  undo(id: string, { softCloseReason }: UndoRevaluationRun): Promise<RevaluationRunView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { legalEntityId } = await this.revaluations.get(transaction, id);
      await holdBooks(transaction, legalEntityId);
      const { status, reversesOn, asOf, entryId } = await this.revaluations.get(transaction, id);
      if (status === 'undone') throw accountingProblems.revaluation_state('The revaluation is undone already.');
      if (status === 'reversed') {
        throw accountingProblems.revaluation_state(
          `The revaluation was taken back on ${reversesOn}. Run it again for ${asOf}: that posts by how much it differs.`,
        );
      }
      const later = await this.revaluations.later(transaction, id);
      if (later !== undefined) {
        throw accountingProblems.revaluation_state(`Run ${later} of ${asOf} counts on this one: undo that first.`);
      }
      const at = { entryDate: asOf as CalendarDate, softCloseReason };
      await inWordsOfDocument('/softCloseReason', () => this.reversals.reverseAll(transaction, [entryId], at));
      const data = { revaluationRunId: id, legalEntityId, asOf, entryId };
      await transaction.publish(revaluationEvents.revaluationUndone, id, data);
      return RevaluationRunView.from(await this.revaluations.get(transaction, id));
    });
  }
}
