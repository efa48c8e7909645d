import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';

export interface SubjectKey {
  subjectType: string;
  subjectId: string;
}

const CARRY: Statement = {
  name: 'carry_annotations',
  text: `
    WITH tagged AS (
      UPDATE platform.tagging SET subject_type = $4, subject_id = $5, updated_at = now()
      WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3
    ), noted AS (
      UPDATE platform.note SET subject_type = $4, subject_id = $5, updated_at = now()
      WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3
    )
    UPDATE platform.external_id SET subject_type = $4, subject_id = $5, updated_at = now()
    WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3`,
};
const RELEASE: Statement = {
  name: 'release_annotations',
  text: `
    WITH untagged AS (
      DELETE FROM platform.tagging WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3
    ), noted AS (
      UPDATE platform.note
      SET body = NULL, mentions = '{}', deleted_at = now(), deleted_by = $4, version = version + 1, updated_at = now()
      WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3 AND deleted_at IS NULL
    )
    DELETE FROM platform.external_id WHERE organization_id = $1 AND subject_type = $2 AND subject_id = $3`,
};

/** What becomes of tags, notes and external ids when their record does; for modules, within their command. */
@Injectable()
export class AnnotationMoves {
  /** Moves all that stands beside a record on to what became of it, which nobody else knows yet. */
  async carry(transaction: Transaction, old: SubjectKey, next: SubjectKey): Promise<void> {
    const { organizationId } = transaction;
    await transaction.rows(CARRY, [organizationId, old.subjectType, old.subjectId, next.subjectType, next.subjectId]);
  }

  /** Lets go of a record that is about to go away. Its notes stay as tombstones. */
  async release(transaction: Transaction, { subjectType, subjectId }: SubjectKey): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(RELEASE, [organizationId, subjectType, subjectId, acting.actorId]);
  }
}
