import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type PermissionCatalogue, RolePermissions } from './permission.js';
import { RouteAudit } from './route-audit.js';

@Global()
@Module({})
export class PermissionsModule {
  static of(...catalogues: PermissionCatalogue[]): DynamicModule {
    const provider = { provide: RolePermissions, useValue: new RolePermissions(catalogues) };
    return {
      module: PermissionsModule,
      imports: [DiscoveryModule],
      providers: [provider, RouteAudit],
      exports: [provider],
    };
  }
}
