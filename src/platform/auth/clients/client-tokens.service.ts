import { Injectable } from '@nestjs/common';
import { isId } from '#kernel/id.js';
import { RolePermissions } from '../../permissions/permission.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../access-tokens.js';
import type { Caller } from '../caller.decorator.js';
import type { ServiceAccountFact } from '../credentials.repository.js';
import { ClientThrottle } from './client-throttle.js';
import { ClientsRepository } from './clients.repository.js';
import type { ClientTokenView } from './oauth.dto.js';
import { invalidClient, invalidScope } from './oauth-refusals.js';
import { readTokenRequest, type TokenRequest, type TokenRequestParts } from './token-request.js';

/** Gives access tokens to service accounts (RFC 6749, section 4.4). */
@Injectable()
export class ClientTokens {
  constructor(
    private readonly clients: ClientsRepository,
    private readonly throttle: ClientThrottle,
    private readonly tokens: AccessTokens,
    private readonly permissions: RolePermissions,
  ) {}

  /**
   * @throws Problem oauth_invalid_client, in the same words whether the client or the secret is wrong; too_many_requests
   * after too many of them; oauth_invalid_scope where the account does not hold all that is asked for
   */
  async request(parts: TokenRequestParts, caller: Caller): Promise<ClientTokenView> {
    const request = readTokenRequest(parts);
    const account = await this.prove(request, caller);
    const scope = this.scopeOf(account, request.scope);
    const seconds = secondsLeft(account);
    const accessToken = await this.tokens.issueToClient(
      {
        organizationId: account.organization_id,
        serviceAccountId: account.service_account_id,
        clientSecretId: account.client_secret_id,
        scope: request.scope,
      },
      seconds,
    );
    this.clients.noteUse(account);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: seconds, scope: scope.join(' ') };
  }

  private async prove({ clientId, clientSecret }: TokenRequest, { address }: Caller): Promise<ServiceAccountFact> {
    let found: ServiceAccountFact | undefined;
    // Whatever is no id is counted as one client, so that the memory of failures holds no texts of strangers.
    const id = isId(clientId) ? clientId.toLowerCase() : undefined;
    await this.throttle.check({ account: id ?? 'no id', address }, async () => {
      found = id === undefined ? undefined : await this.clients.find(id, clientSecret);
      return found !== undefined;
    });
    if (!found) throw invalidClient();
    return found;
  }

  /** What the token is for: all that is asked for, or nothing. */
  private scopeOf(account: ServiceAccountFact, asked: readonly string[] | undefined): readonly string[] {
    const held = this.permissions.ofServiceAccount(account);
    const beyond = asked?.filter((name) => !held.has(name)) ?? [];
    if (beyond.length > 0) throw invalidScope(`The service account does not hold ${beyond.slice(0, 20).join(', ')}.`);
    return asked ?? [...held].sort();
  }
}

/** No token outlives the secret that it was got with. */
function secondsLeft({ expires_at: expiresAt }: ServiceAccountFact): number {
  if (!expiresAt) return ACCESS_TOKEN_SECONDS;
  return Math.max(1, Math.min(ACCESS_TOKEN_SECONDS, Math.floor((expiresAt.getTime() - Date.now()) / 1000)));
}
