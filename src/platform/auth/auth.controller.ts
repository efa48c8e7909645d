import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../permissions/requires.decorator.js';
import { RenewSession, SignIn, SignInView, TokensView } from './auth.dto.js';
import { authPermissions } from './auth.permissions.js';
import { AuthService } from './auth.service.js';
import type { Principal } from './principal.js';

@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('login')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in',
    description:
      'Opens a session in one organization. The answer is never stored, so Idempotency-Key has no meaning here.',
  })
  @ApiOkResponse({ type: SignInView })
  login(@Body() body: SignIn): Promise<SignInView> {
    return this.auth.signIn(body);
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
  @ApiOkResponse({ type: TokensView })
  refresh(@Body() body: RenewSession): Promise<TokensView> {
    return this.auth.renew(body);
  }

  @Post('logout')
  @Requires(authPermissions.signOut)
  @HttpCode(204)
  @ApiOperation({
    operationId: 'signOut',
    summary: 'Sign out',
    description: 'Ends the session: its access token and refresh token stop working at once.',
  })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  logout(@Req() request: { user: Principal }): Promise<void> {
    return this.auth.signOut(request.user);
  }
}
