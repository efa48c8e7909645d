import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { dunningPermissions } from '../dunning.permissions.js';
import type {
  CreateDunningLevel,
  CreateStandardDunningLevels,
  DunningLevelView,
  StandardDunningLevelsView,
  UpdateDunningLevel,
} from './dunning-levels.dto.js';
import { DunningLevelsRepository, type LevelContent } from './dunning-levels.repository.js';
import { levelFaults } from './level-faults.js';
import { standardLevels } from './standard-levels.js';

const MANAGE = dunningPermissions.manageDunningLevels.name;

/** Decides how customers are reminded. Letters that were written stay what they are. */
@Injectable()
export class DunningLevelsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly levels: DunningLevelsRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<DunningLevelView>> {
    return this.unitOfWork.read((transaction) => this.levels.list(transaction, request));
  }

  find(id: string): Promise<DunningLevelView> {
    return this.unitOfWork.read((transaction) => this.levels.get(transaction, id));
  }

  /** @throws Problem dunning_level_refused, dunning_level_taken */
  create({ legalEntityId: named, level, ...said }: CreateDunningLevel): Promise<DunningLevelView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const begun = { minimumAmounts: [], fees: [], interest: null, postsCharges: false, texts: [] };
      const content = proved({ ...begun, ...said });
      const levels = await this.levels.ofLegalEntity(transaction, legalEntityId);
      if (level > levels.length + 1) {
        const message = `The next level is ${levels.length + 1}: levels follow each other without a gap.`;
        throw accountingProblems.dunning_level_refused(message, [{ pointer: '/level', code: 'level_gap', message }]);
      }
      const id = await this.levels.insert(transaction, { legalEntityId, level }, content);
      return this.levels.get(transaction, id);
    });
  }

  /** Three levels for a legal entity that has none. */
  createStandard({ legalEntityId: named }: CreateStandardDunningLevels): Promise<StandardDunningLevelsView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      for (const [index, content] of standardLevels.entries()) {
        await this.levels.insert(transaction, { legalEntityId, level: index + 1 }, content);
      }
      return { levels: await this.levels.ofLegalEntity(transaction, legalEntityId) };
    });
  }

  /** @throws Problem dunning_level_refused */
  update(id: string, expectedVersion: number, said: UpdateDunningLevel): Promise<DunningLevelView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const before = await this.levels.hold(transaction, id);
      requireVersion(before.version, expectedVersion);
      await this.levels.update(transaction, id, proved({ ...before, ...said }));
      return this.levels.get(transaction, id);
    });
  }

  /** @throws Problem dunning_level_in_use for one that another follows, or that letters were written at */
  remove(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { version } = await this.levels.hold(transaction, id);
      requireVersion(version, expectedVersion);
      await this.levels.remove(transaction, id);
    });
  }
}

function proved(content: LevelContent): LevelContent {
  const faults = levelFaults(content);
  if (faults.length === 0) return content;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.dunning_level_refused(detail, faults.slice(0, 100));
}
