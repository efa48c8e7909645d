import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { DutyConflicts, type HeldConflict } from '../../permissions/duty-conflicts.js';
import { RolePermissions } from '../../permissions/permission.js';
import type { DutyConflictView, DutyHolderView } from './duty-conflicts.dto.js';
import { DutyConflictsRepository, type Grant, type HolderRow } from './duty-conflicts.repository.js';

/** Who holds duties that should be apart, by what everybody may do now. */
@Injectable()
export class DutyConflictsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DutyConflictsRepository,
    private readonly permissions: RolePermissions,
    private readonly conflicts: DutyConflicts,
  ) {}

  list(request: ListRequest): Promise<Page<DutyHolderView>> {
    return this.unitOfWork.read(async (transaction) => {
      const grants = await this.repository.grants(transaction);
      const found = new Map(grants.map((grant) => [grant.key, this.conflicts.of(this.heldBy(grant))]));
      const conflicting = new Map([...found].filter(([, conflicts]) => conflicts.length > 0));
      const rows = await this.repository.page(transaction, request, conflicting);
      return request.page(rows, (row) => this.viewOf(row));
    });
  }

  private heldBy({ isProgram, roles, permissions, modules, isLimited }: Grant): ReadonlySet<string> {
    const grants = { roles, permissions };
    if (isProgram) return this.permissions.ofServiceAccount(grants);
    if (!modules) return this.permissions.ofPerson(grants);
    return this.permissions.ofEngaged(grants, { modules, legalEntityIds: isLimited ? [] : null });
  }

  private viewOf({ id, kind, userId, name, roles, conflicts }: HolderRow): DutyHolderView {
    const codes = conflicts.map(({ code }) => code);
    return { id, kind, userId, name, roles, codes, conflicts: conflicts.map((held) => this.conflictOf(held)) };
  }

  private conflictOf(held: HeldConflict): DutyConflictView {
    const { code, reason, first, second } = this.conflicts.named(held.code);
    return {
      code,
      reason,
      first: { duty: first.name, permissions: [...held.first] },
      second: { duty: second.name, permissions: [...held.second] },
    };
  }
}
