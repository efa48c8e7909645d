import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { NEEDS_STEP_UP, PublicOperation, UnlimitedOperation } from '../http/openapi/operation-marks.js';
import type { Permission } from './permission.js';

export const REQUIRED_PERMISSION = 'bureau:required-permission';
export const PUBLIC_ROUTE = 'bureau:public-route';
export const STEP_UP_ROUTE = 'bureau:step-up-route';
export const WITHOUT_SECOND_FACTOR = 'bureau:without-second-factor';
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

/**
 * A sensitive action: a person who has a second factor has proved it within the last ten minutes. API keys are programs,
 * which have none, and are not asked.
 */
export const RequiresStepUp = () =>
  applyDecorators(SetMetadata(STEP_UP_ROUTE, true), ApiExtension(NEEDS_STEP_UP, true));

/** What members can do who have no second factor where the organization requires one: get one, or leave. */
export const WithoutSecondFactor = () => SetMetadata(WITHOUT_SECOND_FACTOR, true);

/** A route that is asked as often as the caller likes: for those who watch the process. */
export const Unlimited = () => applyDecorators(SetMetadata(UNLIMITED_ROUTE, true), UnlimitedOperation());
