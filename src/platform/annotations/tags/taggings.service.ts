import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { AnnotatedSubjects } from '../annotated-subjects.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { annotationProblems } from '../annotations.problems.js';
import { SubjectHolding } from '../subject-holding.service.js';
import type { TagStatus } from './tag.entity.js';
import { type TaggingResultView, type TaggingRow, TaggingView, type TagRecords } from './taggings.dto.js';
import { taggingSource } from './taggings.list.js';

const TAG = annotationPermissions.tagRecords.name;

const HOLD_TAGS: Statement = {
  name: 'hold_tags_for_records',
  text: `
    SELECT id, name, status FROM platform.tag WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};
/** Who tags the same at the same time waits, and finds it done. */
const INSERT: Statement = {
  name: 'insert_taggings',
  text: `
    INSERT INTO platform.tagging (organization_id, id, tag_id, subject_type, subject_id, tagged_by)
    SELECT $1, p.id, p.tag_id, $2, p.subject_id, $3
    FROM unnest($4::uuid[], $5::uuid[], $6::uuid[]) AS p (id, tag_id, subject_id)
    ORDER BY p.subject_id, p.tag_id
    ON CONFLICT ON CONSTRAINT tagging_key DO NOTHING
    RETURNING id`,
};
const DELETE: Statement = {
  name: 'delete_taggings',
  text: `
    WITH gone AS (
      SELECT g.id FROM platform.tagging g
      WHERE g.organization_id = $1 AND g.subject_type = $2 AND g.subject_id = ANY ($3::uuid[]) AND g.tag_id = ANY ($4::uuid[])
      ORDER BY g.subject_id, g.tag_id FOR UPDATE
    )
    DELETE FROM platform.tagging g USING gone WHERE g.organization_id = $1 AND g.id = gone.id RETURNING g.id`,
};

/** Which tags stand on which records. */
@Injectable()
export class TaggingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: AnnotatedSubjects,
    private readonly holding: SubjectHolding,
  ) {}

  list(request: ListRequest): Promise<Page<TaggingView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { organizationId, acting } = transaction;
      const readable = this.subjects.readableTypes(acting.permissions);
      const rows = await request.rows<TaggingRow>(transaction, {
        ...taggingSource,
        parameters: [organizationId, readable],
      });
      return request.page(rows, (row) => TaggingView.from(row));
    });
  }

  /** What is tagged already stays so. */
  tag(body: TagRecords): Promise<TaggingResultView> {
    return this.unitOfWork.run(TAG, async (transaction) => {
      const { tagIds, subjectIds } = await this.prove(transaction, body);
      await holdTags(transaction, body.tagIds, ['active']);
      const pairs = subjectIds.flatMap((subjectId) => tagIds.map((tagId) => ({ id: newId(), tagId, subjectId })));
      const { organizationId, acting } = transaction;
      const made = await transaction.rows(INSERT, [
        organizationId,
        body.subjectType,
        acting.actorId,
        pairs.map(({ id }) => id),
        pairs.map(({ tagId }) => tagId),
        pairs.map(({ subjectId }) => subjectId),
      ]);
      return { changedCount: made.length, unchangedCount: pairs.length - made.length };
    });
  }

  /** What is not tagged stays so. Archived tags are taken away like others. */
  untag(body: TagRecords): Promise<TaggingResultView> {
    return this.unitOfWork.run(TAG, async (transaction) => {
      const { tagIds, subjectIds } = await this.prove(transaction, body);
      await holdTags(transaction, body.tagIds, ['active', 'archived', 'merged']);
      const values = [transaction.organizationId, body.subjectType, subjectIds, tagIds];
      const gone = await transaction.rows(DELETE, values);
      return { changedCount: gone.length, unchangedCount: subjectIds.length * tagIds.length - gone.length };
    });
  }

  /** Each once, whatever was repeated. */
  private async prove(transaction: Transaction, { tagIds, subjectType, subjectIds }: TagRecords) {
    await this.holding.holdAll(transaction, subjectType, subjectIds);
    return { tagIds: [...new Set(tagIds)], subjectIds: [...new Set(subjectIds)] };
  }
}

async function holdTags(transaction: Transaction, ids: readonly string[], accepted: TagStatus[]): Promise<void> {
  const values = [transaction.organizationId, ids];
  const tags = await transaction.rows<{ id: string; name: string; status: TagStatus }>(HOLD_TAGS, values);
  const known = new Map(tags.map((tag) => [tag.id, tag]));
  const findings = ids.flatMap((id, at) => {
    const tag = known.get(id);
    const pointer = `/tagIds/${at}`;
    if (!tag) return [{ pointer, code: 'tag_unknown', message: `There is no tag ${id}.` }];
    if (accepted.includes(tag.status)) return [];
    return [{ pointer, code: 'tag_not_active', message: `The tag ${tag.name} is ${tag.status}.` }];
  });
  const [first] = findings;
  if (!first) return;
  const isUnknown = findings.some(({ code }) => code === 'tag_unknown');
  const problem = isUnknown ? annotationProblems.tag_unknown : annotationProblems.tag_not_active;
  throw problem(
    findings.length === 1 ? first.message : `${findings.length} tags cannot be used; see errors.`,
    findings,
  );
}
