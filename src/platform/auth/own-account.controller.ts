import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { authPermissions } from './auth.permissions.js';
import { type Caller, CallerOf, CurrentPrincipal } from './caller.decorator.js';
import { ChangePassword, SessionList, SessionView } from './own-account.dto.js';
import { OwnAccountService } from './own-account.service.js';
import type { Principal } from './principal.js';
import { sessionList } from './sessions.list.js';

@ApiTags('auth')
@Controller('v1/auth')
export class OwnAccountController {
  constructor(private readonly account: OwnAccountService) {}

  @Post('password')
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change the own password',
    description:
      'Needs the current one, and ends all other sessions of the person. A wrong current password counts like one at the sign-in.',
  })
  @ApiNoContentResponse({ description: 'The password has changed.' })
  changePassword(
    @CurrentPrincipal() principal: Principal,
    @Body() body: ChangePassword,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    return this.account.changePassword(principal, body, caller);
  }

  @Get('sessions')
  @Requires(authPermissions.ownAccount)
  @ApiOperation({
    operationId: 'listSessions',
    summary: 'List the own sessions',
    description: 'The sessions of the person that live, in every organization, the newest first.',
  })
  @ApiList(sessionList, SessionList)
  list(
    @CurrentPrincipal() principal: Principal,
    @ListQuery(sessionList) query: ListRequest,
  ): Promise<Page<SessionView>> {
    return this.account.list(principal, query);
  }

  @Post('sessions/:id/end')
  @Requires(authPermissions.ownAccount)
  @HttpCode(204)
  @ApiOperation({
    operationId: 'endSession',
    summary: 'End one of the own sessions',
    description: 'Its tokens stop working at once. The session of this request can be ended too.',
  })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  end(@CurrentPrincipal() principal: Principal, @IdParam() id: string): Promise<void> {
    return this.account.endSession(principal, id);
  }
}
