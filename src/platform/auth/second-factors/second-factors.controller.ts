import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp, WithoutSecondFactor } from '../../permissions/requires.decorator.js';
import { authPermissions } from '../auth.permissions.js';
import { type Caller, CallerOf, CurrentPrincipal } from '../caller.decorator.js';
import type { Principal } from '../principal.js';
import {
  AddSecondFactor,
  ConfirmedSecondFactorView,
  ConfirmSecondFactor,
  NewSecondFactorView,
  SecondFactorList,
  SecondFactorView,
} from './second-factors.dto.js';
import { secondFactorList } from './second-factors.list.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('auth')
@Controller('v1/auth/second-factors')
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get()
  @Requires(authPermissions.ownAccount)
  @WithoutSecondFactor()
  @ApiOperation({
    operationId: 'listSecondFactors',
    summary: 'List the own authenticators',
    description: 'What proves the person beside the password, the oldest first; never their secrets.',
  })
  @ApiList(secondFactorList, SecondFactorList)
  list(
    @CurrentPrincipal() principal: Principal,
    @ListQuery(secondFactorList) query: ListRequest,
  ): Promise<Page<SecondFactorView>> {
    return this.factors.list(principal, query);
  }

  @Post()
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @WithoutSecondFactor()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'addSecondFactor',
    summary: 'Add an authenticator',
    description:
      'Answers a secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds), this once. It counts once a code of it is confirmed; one that waits gives way to the next. Five at most. A wrong password counts like one at the sign-in. The answer is never stored, so there is no Idempotency-Key.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: NewSecondFactorView })
  add(
    @CurrentPrincipal() principal: Principal,
    @Body() body: AddSecondFactor,
    @CallerOf() caller: Caller,
  ): Promise<NewSecondFactorView> {
    return this.factors.add(principal, body, caller);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @WithoutSecondFactor()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: 'Confirm an authenticator',
    description:
      'With a code that it shows. From then on every sign-in asks for one. With the first authenticator come ten recovery codes, shown this once; with others the list is empty. Sessions of the person that have proved no second factor end, but for this one. The answer is never stored, so there is no Idempotency-Key.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ConfirmedSecondFactorView })
  confirm(
    @CurrentPrincipal() principal: Principal,
    @IdParam() id: string,
    @Body() body: ConfirmSecondFactor,
    @CallerOf() caller: Caller,
  ): Promise<ConfirmedSecondFactorView> {
    return this.factors.confirm(principal, id, body, caller);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @WithoutSecondFactor()
  @ApiOperation({
    operationId: 'deleteSecondFactor',
    summary: 'Remove an authenticator',
    description:
      'Its codes count no more. With the last one go the recovery codes, and the password is enough again; where the organization requires a second factor, another one has to be added first thing. An authenticator never changes, so there is no If-Match.',
  })
  @ApiNoContentResponse({ description: 'The authenticator is gone.' })
  remove(@CurrentPrincipal() principal: Principal, @IdParam() id: string, @CallerOf() caller: Caller): Promise<void> {
    return this.factors.remove(principal, id, caller);
  }
}
