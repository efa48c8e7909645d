import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { IdParam } from '../http/id-param.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { NotificationFeed } from './notification-feed.service.js';
import { notificationPermissions } from './notification.permissions.js';
import { NotificationList, NotificationView, UnreadNotificationsView } from './notifications.dto.js';
import { notificationList } from './notifications.list.js';

@ApiTags('notifications')
@Controller('v1/notifications')
export class NotificationsController {
  constructor(private readonly feed: NotificationFeed) {}

  @Get()
  @Requires(notificationPermissions.ownNotifications)
  @ApiOperation({
    operationId: 'listNotifications',
    summary: 'List the own notifications',
    description:
      'What you were told in this organization, the newest first; nobody else reads it. It is kept for 90 days unless `updateRetention` sets another age.',
  })
  @ApiList(notificationList, NotificationList)
  list(
    @CurrentPrincipal() principal: Principal,
    @ListQuery(notificationList) query: ListRequest,
  ): Promise<Page<NotificationView>> {
    return this.feed.list(principal, query);
  }

  @Get('unread-count')
  @Requires(notificationPermissions.ownNotifications)
  @ApiOperation({
    operationId: 'getUnreadNotificationCount',
    summary: 'Count the unread notifications',
    description: 'For a number beside a bell.',
  })
  @ApiOkResponse({ type: UnreadNotificationsView })
  unread(@CurrentPrincipal() principal: Principal): Promise<UnreadNotificationsView> {
    return this.feed.unread(principal);
  }

  @Post('read-all')
  @Requires(notificationPermissions.ownNotifications)
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    operationId: 'readAllNotifications',
    summary: 'Mark all notifications as read',
    description: 'All of this organization that you have not read yet. What was read is in no digest.',
  })
  @ApiOkResponse({ type: UnreadNotificationsView })
  readAll(@CurrentPrincipal() principal: Principal): Promise<UnreadNotificationsView> {
    return this.feed.readAll(principal);
  }

  @Get(':id')
  @Requires(notificationPermissions.ownNotifications)
  @ApiOperation({
    operationId: 'getNotification',
    summary: 'Read a notification',
    description: 'One of the own ones. Reading it so does not mark it as read.',
  })
  @ApiOkResponse({ type: NotificationView })
  get(@CurrentPrincipal() principal: Principal, @IdParam() id: string): Promise<NotificationView> {
    return this.feed.find(principal, id);
  }

  @Post(':id/read')
  @Requires(notificationPermissions.ownNotifications)
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    operationId: 'readNotification',
    summary: 'Mark a notification as read',
    description: 'Once; one that was read already stays as it is.',
  })
  @ApiOkResponse({ type: NotificationView })
  read(@CurrentPrincipal() principal: Principal, @IdParam() id: string): Promise<NotificationView> {
    return this.feed.read(principal, id);
  }
}
