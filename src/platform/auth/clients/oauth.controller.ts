import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OAuthRefusals } from '../../http/openapi/operation-marks.js';
import { FormBody } from '../../http/route-limits.js';
import { Public } from '../../permissions/requires.decorator.js';
import { type Caller, CallerOf } from '../caller.decorator.js';
import { AuthorizationServer } from './authorization-server.service.js';
import { ClientTokens } from './client-tokens.service.js';
import { AuthorizationServerView, ClientTokenForm, ClientTokenView } from './oauth.dto.js';
import { AskedAt, TokenRequestOf } from './oauth-request.decorators.js';
import type { TokenRequestParts } from './token-request.js';

@ApiTags('oauth')
@Controller()
export class OAuthController {
  constructor(
    private readonly tokens: ClientTokens,
    private readonly server: AuthorizationServer,
  ) {}

  @Post('oauth/token')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  @FormBody({ fields: ClientTokenForm, bodyLimit: 64 * 1024 })
  @OAuthRefusals()
  @ApiOperation({
    operationId: 'requestAccessToken',
    summary: 'Get an access token for a service account',
    description:
      'The client credentials grant of RFC 6749: the id of a service account and one of its secrets, by HTTP Basic or in the form, for an access token of ten minutes. Scopes are permissions. The answer is never stored, so Idempotency-Key has no meaning here.',
  })
  @ApiOkResponse({ type: ClientTokenView })
  token(@TokenRequestOf() parts: TokenRequestParts, @CallerOf() caller: Caller): Promise<ClientTokenView> {
    return this.tokens.request(parts, caller);
  }

  @Get('.well-known/oauth-authorization-server')
  @Public()
  @ApiOperation({
    operationId: 'getAuthorizationServer',
    summary: 'Read where and how tokens are given',
    description: 'Metadata of RFC 8414, by which OAuth 2.0 libraries configure themselves.',
  })
  @ApiOkResponse({ type: AuthorizationServerView })
  metadata(@AskedAt() origin: string): AuthorizationServerView {
    return this.server.describe(origin);
  }
}
