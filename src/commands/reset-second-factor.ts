import { newId } from '#kernel/id.js';
import { asOwnerOfDatabase } from '#platform/organization-life/owner-transaction.js';
import { openCurrentInstallation } from './installation.js';

const FIND = "SELECT id FROM identity.user_account WHERE email = $1 AND status = 'active' FOR NO KEY UPDATE";
const REMOVE_FACTORS = 'DELETE FROM identity.second_factor WHERE user_id = $1';
const REMOVE_CODES = 'DELETE FROM identity.recovery_code WHERE user_id = $1';
const END_SESSIONS = `
  UPDATE identity.session SET ended_at = now(), ended_because = 'second_factor_reset' WHERE user_id = $1 AND ended_at IS NULL`;
const TELL = `
  INSERT INTO identity.login_event (id, user_id, kind, outcome) VALUES ($2, $1, 'second_factor_reset', 'succeeded')`;

/** What two administrators do together, done by whoever operates the installation; recorded alike. */
export async function resetSecondFactor(email: string): Promise<void> {
  const { configuration, close } = await openCurrentInstallation();
  try {
    await asOwnerOfDatabase({
      url: configuration.ownerUrl,
      action: 'auth.second_factor.reset',
      work: async (client) => {
        const { rows } = await client.query<{ id: string }>(FIND, [email.toLowerCase()]);
        const [person] = rows;
        if (!person) throw new Error(`There is no active person with the address ${email}.`);
        const { rowCount } = await client.query(REMOVE_FACTORS, [person.id]);
        if (!rowCount) throw new Error(`${email} has no second factor.`);
        await client.query(REMOVE_CODES, [person.id]);
        await client.query(END_SESSIONS, [person.id]);
        await client.query(TELL, [person.id, newId()]);
      },
    });
    console.log(`${email} has no second factor any more; the sessions of the person have ended.`);
  } finally {
    await close();
  }
}
