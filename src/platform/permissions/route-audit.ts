import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { RolePermissions } from './permission.js';
import { PUBLIC_ROUTE, REQUIRED_PERMISSION } from './requires.decorator.js';

/** Refuses to boot while a route names no permission, or one that no module declares. */
@Injectable()
export class RouteAudit implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly permissions: RolePermissions,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...given: never[]) => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.getMetadata(METHOD_METADATA, prototype[name]!) !== undefined)
        .flatMap((name) => this.faultOf(metatype, prototype[name]!, `${metatype.name}.${name}`));
    });
    if (faults.length > 0) throw new Error(['Routes are not guarded:', ...faults].join('\n  '));
  }

  private faultOf(controller: object, handler: (...given: never[]) => unknown, name: string): string[] {
    const targets = [handler, controller as never] as const;
    const permission = this.reflector.getAllAndOverride<string | undefined>(REQUIRED_PERMISSION, [...targets]);
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [...targets]) ?? false;
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    if (isPublic === (permission !== undefined))
      return [`${method} ${name}: declare @Requires or @Public, one of them`];
    if (permission && !this.permissions.all.some((known) => known.name === permission)) {
      return [`${method} ${name}: no module declares the permission ${permission}`];
    }
    return [];
  }
}
