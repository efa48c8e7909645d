import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Public, Requires, WithoutSecondFactor } from '../permissions/requires.decorator.js';
import { RenewSession, SignIn, SignInView, SwitchOrganization, TokensView } from './auth.dto.js';
import { authPermissions } from './auth.permissions.js';
import { AuthService } from './auth.service.js';
import { type Caller, CallerOf, CurrentPrincipal } from './caller.decorator.js';
import type { Principal } from './principal.js';
import { SecondFactorSignIn } from './second-factors/second-factor-sign-in.service.js';
import { CompleteSignIn } from './second-factors/second-factors.dto.js';

@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly secondFactor: SecondFactorSignIn,
  ) {}

  @Post('login')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in',
    description:
      'Opens a session in one organization. Of somebody who has a second factor, the right password is answered 401 `second_factor_challenge` with a `challenge`, which `completeSignIn` takes with a code. After too many wrong passwords the next attempt has to wait, for a minute at most. The answer is never stored, so Idempotency-Key has no meaning here.',
  })
  @ProblemResponses(401)
  @ApiOkResponse({ type: SignInView })
  login(@Body() body: SignIn, @CallerOf() caller: Caller): Promise<SignInView> {
    return this.auth.signIn(body, caller);
  }

  @Post('login/second-factor')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'completeSignIn',
    summary: 'Sign in with a second factor',
    description:
      'Opens the session that `signIn` answered 401 `second_factor_challenge` for, with its challenge and a code. Each code works once; after too many wrong ones the next attempt has to wait. The answer is never stored, so Idempotency-Key has no meaning here.',
  })
  @ProblemResponses(401)
  @ApiOkResponse({ type: SignInView })
  completeLogin(@Body() body: CompleteSignIn, @CallerOf() caller: Caller): Promise<SignInView> {
    return this.secondFactor.complete(body, caller);
  }

  @Post('refresh')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'renewSession',
    summary: 'Get the next pair of tokens',
    description:
      'Each refresh token works once. One that comes back later was stolen or copied: the whole session ends with it. Within ten seconds of its use it is refused without that.',
  })
  @ProblemResponses(401)
  @ApiOkResponse({ type: TokensView })
  refresh(@Body() body: RenewSession): Promise<TokensView> {
    return this.auth.renew(body);
  }

  @Post('switch')
  @Requires(authPermissions.ownAccount)
  @WithoutSecondFactor()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'switchOrganization',
    summary: 'Act in another organization',
    description:
      'Opens a session in another organization of the same person, beside this one, without the password. It ends when this one would, a day after the sign-in.',
  })
  @ProblemResponses(404)
  @ApiOkResponse({ type: TokensView })
  switch(@CurrentPrincipal() principal: Principal, @Body() body: SwitchOrganization): Promise<TokensView> {
    return this.auth.switchOrganization(principal, body);
  }

  @Post('logout')
  @Requires(authPermissions.signOut)
  @WithoutSecondFactor()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'signOut',
    summary: 'Sign out',
    description: 'Ends the session: its access token and refresh token stop working at once.',
  })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  logout(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.auth.signOut(principal);
  }

  @Post('logout-everywhere')
  @Requires(authPermissions.signOut)
  @WithoutSecondFactor()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'signOutEverywhere',
    summary: 'Sign out everywhere',
    description:
      'Ends all sessions of the person, in every organization, this one included. API keys are no sessions and stay.',
  })
  @ApiNoContentResponse({ description: 'All sessions have ended.' })
  logoutEverywhere(@CurrentPrincipal() principal: Principal): Promise<void> {
    return this.auth.signOutEverywhere(principal);
  }
}
