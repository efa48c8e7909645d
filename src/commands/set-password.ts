import { PasswordHasher } from '#platform/auth/password-hasher.js';
import { refuseWeak } from '#platform/auth/password-rules.js';
import { NewPassword } from '#platform/http/fields/fields.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import { asOwnerOfDatabase } from '#platform/organization-life/owner-transaction.js';
import { askPassword } from './ask-password.js';
import { openCurrentInstallation } from './installation.js';

export interface SetPasswordOptions {
  email: string;
}

class GivenPassword {
  @NewPassword({ example: '•••••••• ••••••••' })
  newPassword: string;
}

interface Person {
  id: string;
  name: string;
  email: string;
  organizations: string[];
}

const FIND = `
  SELECT u.id, u.name, u.email,
         ARRAY(SELECT organization_name FROM identity.find_memberships(u.id)) AS organizations
  FROM identity.user_account u WHERE u.email = $1 AND u.status = 'active' FOR NO KEY UPDATE OF u`;
const SET_PASSWORD = 'UPDATE identity.user_account SET password_hash = $2, updated_at = now() WHERE id = $1';
const END_SESSIONS = `
  UPDATE identity.session SET ended_at = now(), ended_because = 'password_changed' WHERE user_id = $1 AND ended_at IS NULL`;

/** Gives a person the password that is asked for, by the rules of `changePassword`. */
export async function setPassword({ email }: SetPasswordOptions): Promise<void> {
  const { configuration, close } = await openCurrentInstallation();
  try {
    const given = await askPassword(email);
    const { newPassword } = parseFields(GivenPassword, { newPassword: given }, 'body');
    const passwordHash = await new PasswordHasher().hash(newPassword);
    await asOwnerOfDatabase({
      url: configuration.ownerUrl,
      action: 'auth.password.set',
      work: async (client) => {
        const { rows } = await client.query<Person>(FIND, [email.toLowerCase()]);
        const [person] = rows;
        if (!person) throw new Error(`There is no active person with the address ${email}.`);
        await refuseWeak(newPassword, person, '/newPassword');
        await client.query(SET_PASSWORD, [person.id, passwordHash]);
        await client.query(END_SESSIONS, [person.id]);
      },
    });
    console.log(`${email} has a new password; the sessions of the person have ended.`);
  } finally {
    await close();
  }
}
