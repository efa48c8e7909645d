import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { recordEvent } from '#platform/organization-life/organization-event.js';
import { OrganizationProvisioning } from '#platform/organizations/organization-provisioning.service.js';
import { administrationPermissions } from '../administration.permissions.js';
import { LegalEntitiesService } from '../legal-entities/legal-entities.service.js';
import type { CreateTestOrganization, TestOrganizationView } from './test-organizations.dto.js';

/** Test organizations of the person who asks. Live ones are made where Bureau is installed, not here. */
@Injectable()
export class TestOrganizationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationProvisioning,
    private readonly legalEntities: LegalEntitiesService,
  ) {}

  /** @throws Problem test_organization_limit, from the database, where the person owns too many */
  create({ name, legalEntityName, currency, timeZone }: CreateTestOrganization): Promise<TestOrganizationView> {
    return this.unitOfWork.run(administrationPermissions.createTestOrganizations.name, async (transaction) => {
      const { organizationId, furnished } = await this.organizations.createFor(
        // Reserved for people.
        transaction.acting.personId!,
        { name, timeZone, isTest: true },
        () => this.legalEntities.create({ name: legalEntityName, functionalCurrency: currency }),
      );
      await recordEvent(transaction, 'test_organization_created', organizationId);
      return { organizationId, name, timeZone, mode: 'test', legalEntityId: furnished.id, legalEntityName, currency };
    });
  }
}
