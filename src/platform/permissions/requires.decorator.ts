import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { PublicOperation, UnlimitedOperation } from '../http/openapi/operation-marks.js';
import type { Permission } from './permission.js';

export const REQUIRED_PERMISSION = 'bureau:required-permission';
export const PUBLIC_ROUTE = 'bureau:public-route';
export const UNLIMITED_ROUTE = 'bureau:unlimited-route';

/** The permission that a route needs. A route without this and without `@Public` does not boot. */
export function Requires(permission: Permission) {
  return applyDecorators(
    SetMetadata(REQUIRED_PERMISSION, permission.name),
    ApiExtension('x-permission', permission.name),
  );
}

/** A route that answers without a credential. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC_ROUTE, true), PublicOperation());

/** A route that is asked as often as the caller likes: for those who watch the process. */
export const Unlimited = () => applyDecorators(SetMetadata(UNLIMITED_ROUTE, true), UnlimitedOperation());
