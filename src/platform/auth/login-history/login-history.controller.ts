import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { authPermissions } from '../auth.permissions.js';
import { CurrentPrincipal } from '../caller.decorator.js';
import type { Principal } from '../principal.js';
import { LoginEventList, LoginEventView } from './login-history.dto.js';
import { ownLoginList } from './login-history.list.js';
import { LoginHistory } from './login-history.service.js';

@ApiTags('auth')
@Controller('v1/auth/login-history')
export class LoginHistoryController {
  constructor(private readonly history: LoginHistory) {}

  @Get()
  @Requires(authPermissions.ownAccount)
  @ApiOperation({
    operationId: 'listOwnLogins',
    summary: 'Read the own login history',
    description:
      'Sign-ins that succeeded and failed, step-ups, and changes of password and second factor, in every organization, the newest first, for 180 days. Attempts that had to wait were not looked at and are not told.',
  })
  @ApiList(ownLoginList, LoginEventList)
  list(
    @CurrentPrincipal() principal: Principal,
    @ListQuery(ownLoginList) query: ListRequest,
  ): Promise<Page<LoginEventView>> {
    return this.history.listOf(principal.userId, query);
  }
}
