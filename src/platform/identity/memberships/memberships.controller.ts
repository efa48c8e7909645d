import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { MemberList, MemberView, UpdateMembership } from './memberships.dto.js';
import { membershipList } from './memberships.list.js';
import { MembershipsService } from './memberships.service.js';

@ApiTags('identity')
@Controller('v1/identity/memberships')
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get()
  @Requires(identityPermissions.readMemberships)
  @Recorded('identity.membership')
  @ApiOperation({
    operationId: 'listMemberships',
    summary: 'List the members',
    description: 'People of the organization with their roles, former ones included, in the order of their names.',
  })
  @ApiList(membershipList, MemberList)
  list(@ListQuery(membershipList) query: ListRequest): Promise<Page<MemberView>> {
    return this.memberships.list(query);
  }

  @Get(':id')
  @Requires(identityPermissions.readMemberships)
  @Recorded('identity.membership')
  @ApiOperation({
    operationId: 'getMembership',
    summary: 'Read a membership',
    description: 'One person of the organization with the roles.',
  })
  @Versioned()
  @ApiOkResponse({ type: MemberView })
  get(@IdParam() id: string): Promise<MemberView> {
    return this.memberships.find(id);
  }

  @Patch(':id')
  @Requires(identityPermissions.manageMemberships)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateMembership',
    summary: 'Change the roles of a member',
    description:
      'They hold from the next request of the person on. Roles that are added must not give more than the caller holds; only an owner makes or unmakes one, and the last one stays.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: MemberView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateMembership): Promise<MemberView> {
    return this.memberships.changeRoles(id, version, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires(identityPermissions.manageMemberships)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'endMembership',
    summary: 'End a membership',
    description:
      'The sessions of the person in the organization end, and the API keys and open invitations that the person made are revoked, at once. Only an owner ends the membership of one, and the last one stays.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: MemberView })
  end(@IdParam() id: string, @IfMatch() version: number): Promise<MemberView> {
    return this.memberships.end(id, version);
  }

  @Post(':id/reinstate')
  @HttpCode(200)
  @Requires(identityPermissions.manageMemberships)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'reinstateMembership',
    summary: 'Reinstate a former member',
    description:
      'The person has the roles of the membership again, which must not give more than the caller holds. Keys that were revoked stay so.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: MemberView })
  reinstate(@IdParam() id: string, @IfMatch() version: number): Promise<MemberView> {
    return this.memberships.reinstate(id, version);
  }
}
