import { Injectable } from '@nestjs/common';
import { RolePermissions } from '../../permissions/permission.js';
import { type AuthorizationServerView, clientAuthentications, grantTypes } from './oauth.dto.js';

/** What OAuth 2.0 clients may know of this server before they have a token. */
@Injectable()
export class AuthorizationServer {
  constructor(private readonly permissions: RolePermissions) {}

  describe(origin: string): AuthorizationServerView {
    return {
      issuer: origin,
      token_endpoint: `${origin}/oauth/token`,
      token_endpoint_auth_methods_supported: [...clientAuthentications],
      grant_types_supported: [...grantTypes],
      response_types_supported: [],
      scopes_supported: this.permissions.all.map(({ name }) => name).filter((name) => this.permissions.isForKeys(name)),
      service_documentation: `${origin}/docs`,
    };
  }
}
