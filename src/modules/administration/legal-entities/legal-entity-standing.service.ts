import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { administrationPermissions } from '../administration.permissions.js';
import { administrationProblems } from '../administration.problems.js';
import { releaseDefault } from './default-legal-entity.js';
import { LegalEntityView } from './legal-entities.dto.js';
import { loadLegalEntity } from './legal-entities.service.js';
import type { LegalEntity } from './legal-entity.entity.js';

const MANAGE = administrationPermissions.manageLegalEntities.name;

/** Which legal entity is the default, and which ones are archived. */
@Injectable()
export class LegalEntityStanding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  makeDefault(id: string, expectedVersion: number): Promise<LegalEntityView> {
    return this.change(id, expectedVersion, (entity) => {
      if (entity.isDefault) throw refused('already_default', `${entity.name} is the default already.`);
      if (entity.status === 'archived') {
        throw refused('archived', `${entity.name} is archived; reactivate it to make it the default.`);
      }
      return { isDefault: true };
    });
  }

  archive(id: string, expectedVersion: number): Promise<LegalEntityView> {
    return this.change(id, expectedVersion, (entity) => {
      if (entity.status === 'archived') throw refused('already_archived', `${entity.name} is archived already.`);
      if (entity.isDefault) {
        throw refused('is_default', `${entity.name} is the default; make another legal entity the default first.`);
      }
      return { status: 'archived' };
    });
  }

  reactivate(id: string, expectedVersion: number): Promise<LegalEntityView> {
    return this.change(id, expectedVersion, (entity) => {
      if (entity.status === 'active') throw refused('already_active', `${entity.name} is active.`);
      return { status: 'active' };
    });
  }

  private change(
    id: string,
    expectedVersion: number,
    decide: (entity: LegalEntity) => Partial<LegalEntity>,
  ): Promise<LegalEntityView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const entity = await loadLegalEntity(transaction, id, 'pessimistic_write');
      requireVersion(entity.version, expectedVersion);
      const changes = decide(entity);
      if (changes.isDefault) await releaseDefault(transaction);
      return LegalEntityView.from(await transaction.manager.save(Object.assign(entity, changes)));
    });
  }
}

const refused = (code: string, message: string) =>
  administrationProblems.legal_entity_status(message, [{ pointer: '', code, message }]);
