import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { unreadParameters } from '../http/fields/unread-parameters.js';
import { RolePermissions } from './permission.js';
import { PUBLIC_ROUTE, REQUIRED_PERMISSION } from './requires.decorator.js';

type Handler = (...given: never[]) => unknown;

/**
 * Refuses to boot while a route names no permission, or one that no module declares, or has a parameter in which nothing
 * would be checked.
 */
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
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.getMetadata(METHOD_METADATA, prototype[name]!) !== undefined)
        .flatMap((name) => this.faultsOf(metatype, prototype, name));
    });
    if (faults.length > 0) throw new Error(['Routes are not guarded:', ...faults].join('\n  '));
  }

  private faultsOf(controller: { name: string }, prototype: Record<string, Handler>, name: string): string[] {
    const handler = prototype[name]!;
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    const faults = [...this.permissionFaults(controller, handler), ...unreadParameters(prototype, name)];
    return faults.map((fault) => `${method} ${controller.name}.${name}: ${fault}`);
  }

  private permissionFaults(controller: object, handler: Handler): string[] {
    const targets = [handler, controller as never] as const;
    const permission = this.reflector.getAllAndOverride<string | undefined>(REQUIRED_PERMISSION, [...targets]);
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [...targets]) ?? false;
    if (isPublic === (permission !== undefined)) return ['declare @Requires or @Public, one of them'];
    if (permission && !this.permissions.all.some((known) => known.name === permission)) {
      return [`no module declares the permission ${permission}`];
    }
    return [];
  }
}
