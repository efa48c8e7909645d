import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { CurrentPrincipal } from '../../auth/caller.decorator.js';
import { LoginEventList, LoginEventView } from '../../auth/login-history/login-history.dto.js';
import { memberLoginList } from '../../auth/login-history/login-history.list.js';
import { LoginHistory } from '../../auth/login-history/login-history.service.js';
import type { Principal } from '../../auth/principal.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';

@ApiTags('identity')
@Controller('v1/identity/login-history')
export class MemberLoginsController {
  constructor(private readonly history: LoginHistory) {}

  @Get()
  @Requires(identityPermissions.readLoginHistory)
  @Recorded('identity.login_event')
  @ApiOperation({
    operationId: 'listMemberLogins',
    summary: 'Read the login history of the members',
    description:
      'Sessions of this organization, and what concerns the accounts of its members as a whole while they belong to it: attempts that failed, changes of password and second factor. Of sessions in other organizations it says nothing. The newest first, for 180 days.',
  })
  @ApiList(memberLoginList, LoginEventList)
  list(
    @CurrentPrincipal() { organizationId }: Principal,
    @ListQuery(memberLoginList) query: ListRequest,
  ): Promise<Page<LoginEventView>> {
    return this.history.listOfMembers(organizationId, query);
  }
}
