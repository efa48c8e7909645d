import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../permissions/requires.decorator.js';
import { type Caller, CallerOf } from '../caller.decorator.js';
import { PasswordResetConfirmation } from './password-reset-confirmation.service.js';
import { ConfirmPasswordReset, RequestPasswordReset } from './password-resets.dto.js';
import { PasswordResets } from './password-resets.service.js';

@ApiTags('password-resets')
@Controller('v1/password-resets')
export class PasswordResetsController {
  constructor(
    private readonly resets: PasswordResets,
    private readonly confirmation: PasswordResetConfirmation,
  ) {}

  @Post()
  @Public()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'requestPasswordReset',
    summary: 'Ask for a mail to reset a password',
    description:
      'Mails a token to the person, if there is an active one with this address: the answer is the same, and takes as long, where there is none. A person gets three such mails an hour at most. Nothing changes before the token is used.',
  })
  @ApiAcceptedResponse({ description: 'If there is such a person, a mail is on its way.' })
  request(@Body() body: RequestPasswordReset, @CallerOf() { address }: Caller): Promise<void> {
    return this.resets.request(body, address);
  }

  @Post('confirm')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'confirmPasswordReset',
    summary: 'Set a new password by the token of a mail',
    description:
      'Ends all sessions of the person, whose access tokens stop working at once, and signs nobody in. A token that is unknown, used or expired, or of somebody whose account is disabled, is refused in the same words. API keys stay.',
  })
  @ApiNoContentResponse({ description: 'The password is set; sign in with it.' })
  confirm(@Body() body: ConfirmPasswordReset, @CallerOf() caller: Caller): Promise<void> {
    return this.confirmation.confirm(body, caller);
  }
}
