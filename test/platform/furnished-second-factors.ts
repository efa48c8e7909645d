import { newId } from '#kernel/id.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { addMember, PASSWORD } from '../support/provision.js';

/**
 * An authenticator that waits for its confirmation, so that the person is asked for none; and a recovery that is asked for,
 * of somebody who has one.
 */
export async function furnishSecondFactors(actor: Actor): Promise<void> {
  const userId = await addMemberWithFactor(actor.organizationId);
  const made = [
    await actor.post('/v1/identity/second-factor-recoveries', { userId, reason: 'Lost' }),
    await actor.post('/v1/auth/second-factors', { name: 'Furnished', currentPassword: PASSWORD }),
  ];
  for (const { status, body } of made) {
    if (status !== 201) throw new Error(`furnishing was answered ${JSON.stringify(body)}`);
  }
}

/** Who the person is to an identity provider, which the server under test has none of. */
export function linkIdentity({ email }: Actor): Promise<unknown> {
  return asOwner((client) =>
    client.query(
      `INSERT INTO identity.federated_identity (id, user_id, issuer, subject)
       SELECT $1, id, 'https://login.example.com', $1::uuid::text FROM identity.user_account WHERE email = $2`,
      [newId(), email],
    ),
  );
}

/** @returns the id of the person */
export async function addMemberWithFactor(organizationId: string): Promise<string> {
  const { userId } = await addMember(organizationId, ['auditor']);
  await asOwner((client) =>
    client.query(
      `INSERT INTO identity.second_factor (id, user_id, name, secret_cipher, confirmed_at)
       VALUES ($1, $2, 'Phone', '\\x00', now())`,
      [newId(), userId],
    ),
  );
  return userId;
}
