import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { modeOf } from '#platform/organizations/organization-mode.js';
import { administrationPermissions } from '../administration.permissions.js';
import { ClockView } from './clock.dto.js';
import type { OrganizationView, UpdateOrganization } from './organization.dto.js';

interface OrganizationRow {
  [column: string]: unknown;
  id: string;
  name: string;
  time_zone: string;
  is_test: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
}

const SELECT_ORGANIZATION: Statement = {
  name: 'select_organization',
  text: `
    SELECT id, name, time_zone, is_test, version, created_at, updated_at FROM platform.organization WHERE id = $1`,
};
const UPDATE_ORGANIZATION: Statement = {
  name: 'update_organization',
  text: `
    UPDATE platform.organization
    SET name = coalesce($3, name), time_zone = coalesce($4, time_zone), version = version + 1, updated_at = now()
    WHERE id = $1 AND version = $2
    RETURNING id, name, time_zone, is_test, version, created_at, updated_at`,
};

/** The settings of the organization that the caller acts in, and its clock. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizationClock: OrganizationClock,
  ) {}

  find(): Promise<OrganizationView> {
    return this.unitOfWork.read(select);
  }

  update(expectedVersion: number, { name, timeZone }: UpdateOrganization): Promise<OrganizationView> {
    return this.unitOfWork.run(administrationPermissions.manageOrganization.name, async (transaction) => {
      const values = [transaction.organizationId, expectedVersion, name, timeZone];
      const [changed] = await transaction.rows<OrganizationRow>(UPDATE_ORGANIZATION, values);
      if (changed) return viewOf(changed);
      const current = await select(transaction);
      requireVersion(current.version, expectedVersion);
      return current;
    });
  }

  clock(): Promise<ClockView> {
    return this.unitOfWork.read(async (transaction) => ClockView.from(await this.organizationClock.read(transaction)));
  }

  advanceClock(to: string): Promise<ClockView> {
    return this.unitOfWork.run(administrationPermissions.advanceClock.name, async (transaction) =>
      ClockView.from(await this.organizationClock.advance(transaction, new Date(to))),
    );
  }
}

async function select(transaction: Transaction): Promise<OrganizationView> {
  const [row] = await transaction.rows<OrganizationRow>(SELECT_ORGANIZATION, [transaction.organizationId]);
  return viewOf(row!);
}

function viewOf(row: OrganizationRow): OrganizationView {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    isTest: row.is_test,
    mode: modeOf(row.is_test),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
