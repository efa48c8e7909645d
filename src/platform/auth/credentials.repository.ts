import { Injectable } from '@nestjs/common';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement } from '../database/transaction.js';
import type { ClientCredential, Credential, SecondFactorState } from './principal.js';

interface PersonFact {
  user_id: string;
  organization_id: string;
  roles: string[];
  /** What the organization's own roles among them hold. */
  permissions: string[];
}

interface SessionFact extends PersonFact {
  session_id: string;
  second_factor: SecondFactorState;
  /** Of a person who acts by an engagement: the modules that it is for. */
  modules: string[] | null;
  /** Of such a person: the legal entities that it is for; null where it is for all of them. */
  legal_entity_ids: string[] | null;
}

/** The person's roles are those of who made the key. */
interface ApiKeyFact extends PersonFact {
  session_id: null;
  key_hash: Buffer;
  api_key_id: string;
  scope_roles: string[];
  scope_permissions: string[];
  use_is_noted: boolean;
}

export type PrincipalFact = SessionFact | ApiKeyFact;

/** The person is who answers for the account; the roles are the account's own. */
export interface ServiceAccountFact extends PersonFact {
  client_secret_id: string;
  service_account_id: string;
  expires_at: Date | null;
}

const FIND: Statement = { name: 'find_credentials', text: 'SELECT * FROM identity.find_credentials($1, $2, $3)' };
const FIND_SERVICE_ACCOUNTS: Statement = {
  name: 'find_service_accounts',
  text: 'SELECT * FROM identity.find_service_accounts($1, $2)',
};
const NOTE_USE: Statement = { name: 'record_key_use', text: 'SELECT identity.record_key_use($1, $2)' };

/** Sessions, API keys and service accounts as every request meets them, before an organization is known. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: GlobalStatements) {}

  find(credentials: readonly Credential[]): Promise<PrincipalFact[]> {
    const sessions = credentials.flatMap((one) => ('sessionId' in one ? [one.sessionId] : []));
    const keys = credentials.filter((one) => 'keyHash' in one);
    return this.database.rows<PrincipalFact>(FIND, [
      sessions,
      keys.map((key) => key.organizationId),
      keys.map((key) => key.keyHash),
    ]);
  }

  /** Those that may act now, by the secrets that their tokens were got with. */
  findServiceAccounts(clients: readonly ClientCredential[]): Promise<ServiceAccountFact[]> {
    return this.database.rows<ServiceAccountFact & Record<string, unknown>>(FIND_SERVICE_ACCOUNTS, [
      clients.map((client) => client.organizationId),
      clients.map((client) => client.clientSecretId),
    ]);
  }

  async noteUse(organizationId: string, apiKeyId: string): Promise<void> {
    await this.database.rows(NOTE_USE, [organizationId, apiKeyId]);
  }
}
