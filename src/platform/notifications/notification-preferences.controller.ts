import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { IfMatch, Versioned } from '../http/etag.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires } from '../permissions/requires.decorator.js';
import { NotificationPreferencesView, UpdateNotificationPreferences } from './notification-preferences.dto.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { notificationPermissions } from './notification.permissions.js';

@ApiTags('notification-preferences')
@Controller('v1/notification-preferences')
export class NotificationPreferencesController {
  constructor(private readonly preferences: NotificationPreferences) {}

  @Get()
  @Requires(notificationPermissions.ownNotifications)
  @ApiOperation({
    operationId: 'getNotificationPreferences',
    summary: 'Read how you are told things',
    description: 'Every kind of notification, how it reaches you in this organization, and in which language.',
  })
  @Versioned()
  @ApiOkResponse({ type: NotificationPreferencesView })
  get(@CurrentPrincipal() principal: Principal): Promise<NotificationPreferencesView> {
    return this.preferences.find(principal);
  }

  @Patch()
  @Requires(notificationPermissions.ownNotifications)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateNotificationPreferences',
    summary: 'Decide how you are told things',
    description: 'For this organization; what is left out stays as it is. Notices about security are mailed always.',
  })
  @Versioned()
  @ApiOkResponse({ type: NotificationPreferencesView })
  update(
    @CurrentPrincipal() principal: Principal,
    @IfMatch() version: number,
    @Body() body: UpdateNotificationPreferences,
  ): Promise<NotificationPreferencesView> {
    return this.preferences.update(principal, version, body);
  }
}
