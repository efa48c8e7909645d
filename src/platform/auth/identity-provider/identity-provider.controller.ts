import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Public, Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { SignInView } from '../auth.dto.js';
import { authPermissions } from '../auth.permissions.js';
import { type Caller, CallerOf, CurrentPrincipal } from '../caller.decorator.js';
import type { Principal } from '../principal.js';
import { federatedIdentityList } from './federated-identities.list.js';
import { FederatedIdentities } from './federated-identities.service.js';
import { IdentityProviderSignIn } from './identity-provider-sign-in.service.js';
import {
  BeginIdentityProviderSignIn,
  CompleteIdentityProviderSignIn,
  FederatedIdentityList,
  FederatedIdentityView,
  IdentityProviderSignInView,
  SignInMethodsView,
} from './identity-provider.dto.js';
import { IdentityProvider } from './identity-provider.js';

@ApiTags('auth')
@Controller('v1/auth')
export class IdentityProviderController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly signIn: IdentityProviderSignIn,
    private readonly identities: FederatedIdentities,
  ) {}

  @Get('sign-in-methods')
  @Public()
  @ApiOperation({
    operationId: 'getSignInMethods',
    summary: 'Get the ways to sign in',
    description: 'What a front office offers to people who are not signed in.',
  })
  @ApiOkResponse({ type: SignInMethodsView })
  methods(): SignInMethodsView {
    return { password: true, identityProvider: this.provider.isConfigured };
  }

  @Post('identity-provider/authorizations')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'requestIdentityProviderSignIn',
    summary: 'Begin to sign in with the identity provider',
    description:
      'Answers the address to send the browser to (OpenID Connect, authorization code with PKCE) and a transaction to keep, which `completeIdentityProviderSignIn` takes. Nothing is stored, so Idempotency-Key has no meaning here.',
  })
  @ProblemResponses(404)
  @ApiOkResponse({ type: IdentityProviderSignInView })
  begin(@Body() body: BeginIdentityProviderSignIn): Promise<IdentityProviderSignInView> {
    return this.signIn.begin(body);
  }

  @Post('identity-provider/sign-ins')
  @Public()
  @Header('Cache-Control', 'no-store')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'completeIdentityProviderSignIn',
    summary: 'Sign in with what the identity provider sent back',
    description:
      'Opens a session as `signIn` does. The first time, the person is found by the address that the provider has verified and linked with who they are there; from then on by that, whatever the address. Nobody is created: people are invited. Of somebody who has a second factor here it is asked here as well: 401 `second_factor_challenge`, which `completeSignIn` takes. The answer is never stored, so Idempotency-Key has no meaning here.',
  })
  @ProblemResponses(401, 404)
  @ApiOkResponse({ type: SignInView })
  complete(@Body() body: CompleteIdentityProviderSignIn, @CallerOf() caller: Caller): Promise<SignInView> {
    return this.signIn.complete(body, caller);
  }

  @Get('federated-identities')
  @Requires(authPermissions.ownAccount)
  @ApiOperation({
    operationId: 'listFederatedIdentities',
    summary: 'List who one is to identity providers',
    description: 'Linked with the person by sign-ins, the oldest first.',
  })
  @ApiList(federatedIdentityList, FederatedIdentityList)
  list(
    @CurrentPrincipal() principal: Principal,
    @ListQuery(federatedIdentityList) query: ListRequest,
  ): Promise<Page<FederatedIdentityView>> {
    return this.identities.list(principal, query);
  }

  @Delete('federated-identities/:id')
  @Requires(authPermissions.ownAccount)
  @RequiresStepUp()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteFederatedIdentity',
    summary: 'Unlink an identity',
    description:
      'Sessions stay. The next sign-in with the provider links anew, by the address that it has verified then.',
  })
  @ProblemResponses(404)
  @ApiNoContentResponse({ description: 'The identity is no longer linked.' })
  remove(@CurrentPrincipal() principal: Principal, @IdParam() id: string, @CallerOf() caller: Caller): Promise<void> {
    return this.identities.remove(principal, id, caller);
  }
}
