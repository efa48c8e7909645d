import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { authPermissions } from '../../auth/auth.permissions.js';
import { CurrentPrincipal } from '../../auth/caller.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Public, Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import {
  AcceptedInvitationView,
  AcceptInvitation,
  AcceptInvitationSignedIn,
  CreateInvitation,
  InvitationList,
  InvitationView,
  NewInvitationView,
  ResendInvitation,
} from './invitations.dto.js';
import { invitationList } from './invitations.list.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('identity')
@Controller('v1/identity/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  @Get()
  @Requires(identityPermissions.readMemberships)
  @Recorded('identity.invitation')
  @ApiOperation({
    operationId: 'listInvitations',
    summary: 'List invitations',
    description: 'All of the organization, the newest first; never their tokens.',
  })
  @ApiList(invitationList, InvitationList)
  list(@ListQuery(invitationList) query: ListRequest): Promise<Page<InvitationView>> {
    return this.invitations.list(query);
  }

  @Post()
  @Requires(identityPermissions.manageMemberships)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'createInvitation',
    summary: 'Invite a person',
    description:
      'Mails a token to the address. The answer is the same whether or not the address has an account. The token is told only where the installation has no mail server, and the answer is never stored, so there is no Idempotency-Key: sent again, the address has an open invitation (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: NewInvitationView })
  create(@Body() body: CreateInvitation): Promise<NewInvitationView> {
    return this.invitations.create(body);
  }

  @Post('accept')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'acceptInvitation',
    summary: 'Accept an invitation as a new person',
    description:
      'Makes the account of the invited address and its membership; sign in then. A token that is unknown, used, expired, revoked, or to an address that has an account is refused in the same words.',
  })
  @ApiOkResponse({ type: AcceptedInvitationView })
  accept(@Body() body: AcceptInvitation): Promise<AcceptedInvitationView> {
    return this.acceptance.accept(body);
  }

  @Post('accept-signed-in')
  @Requires(authPermissions.ownAccount)
  @HttpCode(200)
  @ApiOperation({
    operationId: 'acceptInvitationSignedIn',
    summary: 'Accept an invitation with the own account',
    description:
      'Makes the signed-in person a member of the organization that invites, where the invited address is the own one. `POST /v1/auth/switch` gives tokens for it.',
  })
  @ApiOkResponse({ type: AcceptedInvitationView })
  acceptSignedIn(
    @CurrentPrincipal() principal: Principal,
    @Body() body: AcceptInvitationSignedIn,
  ): Promise<AcceptedInvitationView> {
    return this.acceptance.acceptAs(principal, body);
  }

  @Get(':id')
  @Requires(identityPermissions.readMemberships)
  @Recorded('identity.invitation')
  @ApiOperation({
    operationId: 'getInvitation',
    summary: 'Read an invitation',
    description: 'One invitation of the organization, without its token.',
  })
  @Versioned()
  @ApiOkResponse({ type: InvitationView })
  get(@IdParam() id: string): Promise<InvitationView> {
    return this.invitations.find(id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Requires(identityPermissions.manageMemberships)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'resendInvitation',
    summary: 'Give an invitation a new token',
    description:
      'Mails a new one; the token before works no more, and an expired invitation is open again. The roles must not give more than the caller holds. The answer is never stored, so there is no Idempotency-Key.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: NewInvitationView })
  resend(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: ResendInvitation,
  ): Promise<NewInvitationView> {
    return this.invitations.resend(id, version, body);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires(identityPermissions.manageMemberships)
  @Idempotent()
  @ApiOperation({
    operationId: 'revokeInvitation',
    summary: 'Revoke an invitation',
    description: 'Its token works no more, for good. The address can be invited anew.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: InvitationView })
  revoke(@IdParam() id: string, @IfMatch() version: number): Promise<InvitationView> {
    return this.invitations.revoke(id, version);
  }
}
