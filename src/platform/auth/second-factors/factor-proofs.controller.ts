import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { authPermissions } from '../auth.permissions.js';
import { type Caller, CallerOf, CurrentPrincipal } from '../caller.decorator.js';
import type { Principal } from '../principal.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { RecoveryCodeStateView, RecoveryCodesView, StepUp, StepUpView } from './second-factors.dto.js';
import { StepUpService } from './step-up.service.js';

@ApiTags('auth')
@Controller('v1/auth')
export class FactorProofsController {
  constructor(
    private readonly stepUps: StepUpService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  @Post('step-up')
  @Requires(authPermissions.ownAccount)
  @HttpCode(200)
  @ApiOperation({
    operationId: 'stepUp',
    summary: 'Prove the second factor again',
    description:
      'Opens what is sensitive (`x-requires-step-up`) to this session for ten minutes. The tokens stay as they are. A code works once, so one that has signed in does not count here.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: StepUpView })
  stepUp(
    @CurrentPrincipal() principal: Principal,
    @Body() body: StepUp,
    @CallerOf() caller: Caller,
  ): Promise<StepUpView> {
    return this.stepUps.prove(principal, body, caller);
  }

  @Get('recovery-codes')
  @Requires(authPermissions.ownAccount)
  @ApiOperation({
    operationId: 'getRecoveryCodeState',
    summary: 'Read how many recovery codes are left',
    description: 'The codes themselves were shown when they were made.',
  })
  @ApiOkResponse({ type: RecoveryCodeStateView })
  state(@CurrentPrincipal() principal: Principal): Promise<RecoveryCodeStateView> {
    return this.recoveryCodes.state(principal);
  }

  @Post('recovery-codes')
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'makeRecoveryCodes',
    summary: 'Make new recovery codes',
    description:
      'Ten, shown this once; those before are worth nothing from then on. The answer is never stored, so there is no Idempotency-Key.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: RecoveryCodesView })
  make(@CurrentPrincipal() principal: Principal, @CallerOf() caller: Caller): Promise<RecoveryCodesView> {
    return this.recoveryCodes.make(principal, caller);
  }
}
