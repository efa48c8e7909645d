import { Injectable, Logger } from '@nestjs/common';
import type { ServiceAccountFact } from '../credentials.repository.js';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement } from '../../database/transaction.js';
import { readSecret } from '../secret-token.js';

const FIND: Statement = { name: 'find_client', text: 'SELECT * FROM identity.find_client($1, $2, $3)' };
const NOTE_USE: Statement = {
  name: 'record_client_secret_use',
  text: 'SELECT identity.record_client_secret_use($1, $2)',
};

/** Service accounts as they show themselves, before an organization is known. */
@Injectable()
export class ClientsRepository {
  private readonly logger = new Logger(ClientsRepository.name);

  constructor(private readonly database: GlobalStatements) {}

  /** Undefined when there is no such account, or the secret is not one of its own that works. */
  async find(serviceAccountId: string, clientSecret: string): Promise<ServiceAccountFact | undefined> {
    const secret = readSecret('bureau_client_', clientSecret);
    if (!secret) return undefined;
    const values = [secret.organizationId, serviceAccountId, secret.hash];
    const [found] = await this.database.rows<ServiceAccountFact & Record<string, unknown>>(FIND, values);
    return found;
  }

  /** Nobody waits for it. */
  noteUse({ organization_id: organizationId, client_secret_id: secretId }: ServiceAccountFact): void {
    this.database
      .rows(NOTE_USE, [organizationId, secretId])
      .catch((error: unknown) => this.logger.warn(`The use of a client secret was not noted: ${String(error)}`));
  }
}
