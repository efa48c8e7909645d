import { Injectable } from '@nestjs/common';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement } from '../database/transaction.js';
import type { Credential, SecondFactorState } from './principal.js';

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

const FIND: Statement = { name: 'find_credentials', text: 'SELECT * FROM identity.find_credentials($1, $2, $3)' };
const NOTE_USE: Statement = { name: 'record_key_use', text: 'SELECT identity.record_key_use($1, $2)' };

/** Sessions and API keys as every request meets them, before an organization is known. */
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

  async noteUse(organizationId: string, apiKeyId: string): Promise<void> {
    await this.database.rows(NOTE_USE, [organizationId, apiKeyId]);
  }
}
