import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { type AnnotatedSubject, AnnotatedSubjects } from '../annotated-subjects.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { annotationProblems } from '../annotations.problems.js';
import { SubjectHolding } from '../subject-holding.service.js';
import type {
  ExternalIdMatchesQuery,
  ExternalIdMatchesView,
  ExternalIdView,
  RecordExternalId,
} from './external-ids.dto.js';
import { RecordedExternalIds } from './external-ids.repository.js';

const MANAGE = annotationPermissions.manageExternalIds.name;

/** What other systems call records: recorded beside them, or in the record itself where its type has that. */
@Injectable()
export class ExternalIdsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly externalIds: RecordedExternalIds,
    private readonly subjects: AnnotatedSubjects,
    private readonly holding: SubjectHolding,
  ) {}

  list(request: ListRequest): Promise<Page<ExternalIdView>> {
    return this.unitOfWork.read((transaction) => this.externalIds.list(transaction, request));
  }

  find(id: string): Promise<ExternalIdView> {
    return this.unitOfWork.read((transaction) => this.externalIds.get(transaction, id));
  }

  matches({ source, externalId, subjectType }: ExternalIdMatchesQuery): Promise<ExternalIdMatchesView> {
    return this.unitOfWork.read(async (transaction) => {
      const recorded = await this.externalIds.matches(transaction, source, externalId);
      const found = recorded.map((row) => ({ subjectType: row.subjectType, subjectId: row.subjectId, isOwn: false }));
      for (const subject of this.subjects.readable(transaction.acting.permissions)) {
        const own = await recordsWithOwn(transaction, subject, source, externalId);
        found.push(...own.map((subjectId) => ({ subjectType: subject.type, subjectId, isOwn: true })));
      }
      const wanted = found.filter((match) => subjectType === undefined || match.subjectType === subjectType);
      return { matches: wanted.sort((one, other) => (one.subjectType < other.subjectType ? -1 : 1)) };
    });
  }

  /** @throws Problem record_unknown, external_id_linked */
  record(body: RecordExternalId): Promise<ExternalIdView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { source, externalId, subjectType, subjectId } = body;
      const subject = await this.holding.holdOne(transaction, subjectType, subjectId);
      const own = await recordsWithOwn(transaction, subject, source, externalId);
      const recorded = await this.externalIds.matches(transaction, source, externalId);
      const linked = recorded.filter((row) => row.subjectType === subjectType).map((row) => row.subjectId);
      const [holder] = [...own, ...linked];
      if (holder !== undefined) throw taken(body, holder);
      return this.externalIds.get(transaction, await this.externalIds.insert(transaction, body));
    });
  }

  delete(id: string): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.externalIds.get(transaction, id);
      await this.externalIds.delete(transaction, id);
    });
  }
}

async function recordsWithOwn(
  transaction: Transaction,
  { ownExternalIds }: AnnotatedSubject,
  source: string,
  externalId: string,
): Promise<string[]> {
  if (!ownExternalIds) return [];
  const values = [transaction.organizationId, source, externalId];
  const rows = await transaction.rows<{ id: string }>(ownExternalIds, values);
  return rows.map(({ id }) => id);
}

function taken({ source, externalId, subjectType }: RecordExternalId, holder: string) {
  const message = `The ${subjectType} ${holder} has the id ${externalId} of ${source}.`;
  const error = { pointer: '/externalId', code: 'external_id_linked', message };
  return annotationProblems.external_id_linked(message, [error]);
}
