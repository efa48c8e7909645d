import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement } from '../../database/transaction.js';
import type { VouchedPerson } from './identity-provider.js';

const USE: Statement = {
  name: 'use_federated_identity',
  text: `
    UPDATE identity.federated_identity SET last_used_at = now()
    WHERE issuer = $1 AND subject = $2 RETURNING user_id`,
};
// Somebody whom the provider knows under another subject already is not linked to a second one.
const LINK: Statement = {
  name: 'link_federated_identity',
  text: 'SELECT identity.link_federated_identity($1, $2, $3, $4) AS user_id',
};

/** Who people are to the identity provider; they stand outside the organizations. */
@Injectable()
export class FederatedIdentitiesRepository {
  constructor(private readonly database: GlobalStatements) {}

  /** The person whom the provider's was linked with; undefined before the first time. */
  async use({ issuer, subject }: VouchedPerson): Promise<string | undefined> {
    return (await this.database.rows<{ user_id: string }>(USE, [issuer, subject]))[0]?.user_id;
  }

  /** The active person with this address, who is linked with the provider's from here on; undefined without one. */
  async link({ issuer, subject }: VouchedPerson, email: string): Promise<string | undefined> {
    const values = [newId(), issuer, subject, email.toLowerCase()];
    return (await this.database.rows<{ user_id: string | null }>(LINK, values))[0]?.user_id ?? undefined;
  }
}
