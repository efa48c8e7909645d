import { Injectable, Logger } from '@nestjs/common';
import { RolePermissions } from '../permissions/permission.js';
import { CredentialsRepository, type PrincipalFact, type ServiceAccountFact } from './credentials.repository.js';
import type { ClientCredential, Credential, Principal } from './principal.js';

/**
 * Looks up what a credential may do, with every request anew: an ended session, a revoked key, a changed role or a
 * closed organization holds from the next request on. Requests that arrive in the same turn of the event loop share one
 * look-up.
 */
@Injectable()
export class Principals {
  private readonly logger = new Logger(Principals.name);
  private gathering: { credentials: Map<string, Credential>; found: Promise<Map<string, Principal>> } | undefined;
  /** Keys whose use is being noted, so that a burst of requests notes it once. */
  private readonly noting = new Set<string>();

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly permissions: RolePermissions,
  ) {}

  async find(credential: Credential): Promise<Principal | undefined> {
    this.gathering ??= this.gather();
    const name = nameOf(credential);
    this.gathering.credentials.set(name, credential);
    return (await this.gathering.found).get(name);
  }

  private gather() {
    const credentials = new Map<string, Credential>();
    const found = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      this.gathering = undefined;
      const all = [...credentials.values()];
      const clients = all.filter(isClient);
      const others = all.filter((one) => !isClient(one));
      const [facts, accounts] = await Promise.all([
        others.length > 0 ? this.credentials.find(others) : [],
        clients.length > 0 ? this.credentials.findServiceAccounts(clients) : [],
      ]);
      return new Map([
        ...facts.map((fact) => this.principalOf(fact)),
        ...clients.flatMap((client) => this.principalOfClient(client, accounts)),
      ]);
    });
    return { credentials, found };
  }

  /** Of one account several tokens may come at once, each with a scope of its own. */
  private principalOfClient(
    client: ClientCredential,
    accounts: readonly ServiceAccountFact[],
  ): [name: string, principal: Principal][] {
    const { clientSecretId, serviceAccountId, scope } = client;
    const account = accounts.find(
      (one) => one.client_secret_id === clientSecretId && one.service_account_id === serviceAccountId,
    );
    if (!account) return [];
    const { user_id: userId, organization_id: organizationId } = account;
    const permissions = this.permissions.ofServiceAccount(account, scope);
    return [[nameOf(client), { userId, organizationId, serviceAccountId, permissions }]];
  }

  private principalOf(fact: PrincipalFact): [string, Principal] {
    const person = { roles: fact.roles, permissions: fact.permissions };
    const { user_id: userId, organization_id: organizationId } = fact;
    if (fact.session_id !== null) {
      const { session_id: sessionId, second_factor: secondFactor, modules, legal_entity_ids: legalEntityIds } = fact;
      const permissions = modules
        ? this.permissions.ofEngaged(person, { modules, legalEntityIds })
        : this.permissions.ofPerson(person);
      const limit = legalEntityIds && { legalEntityIds };
      return [sessionId, { userId, organizationId, sessionId, permissions, ...limit, secondFactor }];
    }
    if (!fact.use_is_noted) this.noteUse(organizationId, fact.api_key_id);
    const scope = { roles: fact.scope_roles, permissions: fact.scope_permissions };
    const permissions = this.permissions.ofKey(scope, person);
    return [
      nameOf({ organizationId, keyHash: fact.key_hash }),
      { userId, organizationId, apiKeyId: fact.api_key_id, permissions },
    ];
  }

  /** Nobody waits for it. */
  private noteUse(organizationId: string, apiKeyId: string): void {
    if (this.noting.has(apiKeyId)) return;
    this.noting.add(apiKeyId);
    this.credentials
      .noteUse(organizationId, apiKeyId)
      .catch((error: unknown) => this.logger.warn(`The use of an API key was not noted: ${String(error)}`))
      .finally(() => this.noting.delete(apiKeyId));
  }
}

const isClient = (credential: Credential): credential is ClientCredential => 'clientSecretId' in credential;

function nameOf(credential: Credential): string {
  if ('sessionId' in credential) return credential.sessionId;
  if ('keyHash' in credential) return `${credential.organizationId} ${credential.keyHash.toString('base64')}`;
  const { organizationId, serviceAccountId, clientSecretId, scope } = credential;
  return JSON.stringify([organizationId, serviceAccountId, clientSecretId, scope]);
}
