import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { annotationProblems } from '../annotations.problems.js';
import { tagNameKey } from './tag-name-key.js';
import { Tag } from './tag.entity.js';
import { type CreateTag, TagView, type UpdateTag } from './tags.dto.js';
import { tagColumns } from './tags.list.js';

const MANAGE = annotationPermissions.manageTags.name;

/** In the order of their ids, as all who hold several do. */
const HOLD_TAGS: Statement = {
  name: 'hold_tags',
  text: 'SELECT FROM platform.tag WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
};
const DROP_DOUBLE_TAGGINGS: Statement = {
  name: 'drop_double_taggings',
  text: `
    DELETE FROM platform.tagging g USING platform.tagging kept
    WHERE g.organization_id = $1 AND g.tag_id = $2 AND kept.organization_id = $1 AND kept.tag_id = $3
      AND kept.subject_type = g.subject_type AND kept.subject_id = g.subject_id`,
};
const MOVE_TAGGINGS: Statement = {
  name: 'move_taggings',
  text: 'UPDATE platform.tagging SET tag_id = $3, updated_at = now() WHERE organization_id = $1 AND tag_id = $2',
};

/** The words that an organization puts on its records. */
@Injectable()
export class TagsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<TagView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<Tag>(transaction, {
        columns: tagColumns,
        from: 'platform.tag',
        where: 'tag.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TagView.from(row));
    });
  }

  find(id: string): Promise<TagView> {
    return this.unitOfWork.read(async (transaction) => TagView.from(await load(transaction, id)));
  }

  create({ name, colour }: CreateTag): Promise<TagView> {
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const key = { organizationId, id: newId(), name, nameKey: tagNameKey(name) };
      const tag = manager.create(Tag, { ...key, colour: colour ?? null, status: 'active', mergedInto: null });
      return TagView.from(await manager.save(tag));
    });
  }

  /** @throws Problem tag_merged */
  update(id: string, expectedVersion: number, body: UpdateTag): Promise<TagView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await transaction.rows(HOLD_TAGS, [transaction.organizationId, [id]]);
      const tag = await load(transaction, id);
      requireUnmerged(tag);
      requireVersion(tag.version, expectedVersion);
      const named = body.name === undefined ? {} : { nameKey: tagNameKey(body.name) };
      return TagView.from(await transaction.manager.save(Object.assign(tag, body, named)));
    });
  }

  /**
   * Puts another tag on all records of this one, which ends.
   *
   * @throws Problem tag_merged, tag_unknown, tag_not_active
   */
  merge(id: string, expectedVersion: number, intoTagId: string): Promise<TagView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      await transaction.rows(HOLD_TAGS, [organizationId, [id, intoTagId]]);
      const tag = await load(transaction, id);
      requireVersion(tag.version, expectedVersion);
      const into = await loadTarget(transaction, intoTagId);
      requireUnmerged(tag);
      requireTarget(tag, into);
      await transaction.rows(DROP_DOUBLE_TAGGINGS, [organizationId, id, intoTagId]);
      await transaction.rows(MOVE_TAGGINGS, [organizationId, id, intoTagId]);
      return TagView.from(await manager.save(Object.assign(tag, { status: 'merged', mergedInto: intoTagId })));
    });
  }
}

async function load({ organizationId, manager }: Transaction, id: string): Promise<Tag> {
  const tag = await manager.findOne(Tag, { where: { organizationId, id } });
  if (!tag) throw platformProblems.not_found(`There is no tag ${id}.`);
  return tag;
}

function requireUnmerged({ name, mergedInto }: Tag): void {
  if (mergedInto === null) return;
  throw annotationProblems.tag_merged(`The tag ${name} was merged into ${mergedInto}, and stays so.`);
}

const pointer = '/intoTagId';

async function loadTarget({ organizationId, manager }: Transaction, id: string): Promise<Tag> {
  const tag = await manager.findOne(Tag, { where: { organizationId, id } });
  if (tag) return tag;
  const message = `There is no tag ${id}.`;
  throw annotationProblems.tag_unknown(message, [{ pointer, code: 'tag_unknown', message }]);
}

function requireTarget(tag: Tag, into: Tag): void {
  if (into.id === tag.id) {
    const message = 'A tag is merged into another, not into itself.';
    throw annotationProblems.tag_unknown(message, [{ pointer, code: 'same_tag', message }]);
  }
  if (into.status === 'active') return;
  const message = `The tag ${into.name} is ${into.status}: merge into an active one.`;
  throw annotationProblems.tag_not_active(message, [{ pointer, code: 'tag_not_active', message }]);
}
