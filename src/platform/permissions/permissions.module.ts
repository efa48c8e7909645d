import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type DutyConflict, DutyConflicts } from './duty-conflicts.js';
import { type PermissionCatalogue, RolePermissions } from './permission.js';
import { RouteAudit } from './route-audit.js';

@Global()
@Module({})
export class PermissionsModule {
  static of(catalogues: readonly PermissionCatalogue[], conflicts: readonly DutyConflict[]): DynamicModule {
    const declared = [
      { provide: RolePermissions, useValue: new RolePermissions(catalogues) },
      { provide: DutyConflicts, useValue: new DutyConflicts(conflicts) },
    ];
    return {
      module: PermissionsModule,
      imports: [DiscoveryModule],
      providers: [...declared, RouteAudit],
      exports: declared,
    };
  }
}
