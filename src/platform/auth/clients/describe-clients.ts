import type { DescribedClients } from '../../http/openapi/openapi-document.js';
import type { RolePermissions } from '../../permissions/permission.js';
import { TokenRefusalView } from './oauth.dto.js';

/** How programs get access tokens, for the description of the API. */
export function describeClients({ all }: RolePermissions): DescribedClients {
  const open = all.filter(({ reserved }) => reserved === undefined);
  return {
    tokenUrl: '/oauth/token',
    scopes: Object.fromEntries(open.map(({ name, description }) => [name, description])),
    unscoped: all.filter(({ reserved }) => reserved === 'everybody').map(({ name }) => name),
    models: [TokenRefusalView],
  };
}
