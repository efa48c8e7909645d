import { Configuration, readEnvironment } from '#platform/config/configuration.js';
import { MailTokens } from '#platform/mail/mail-tokens.js';
import { provided } from './database.js';
import { asOwner } from './owner.js';

const tokens = new MailTokens(new Configuration(readEnvironment({}), '', provided('TEST_SECRET')));

/** Tokens of the resets that are out for somebody, the first one first: the server under test sends no mails. */
export async function resetTokensOf(email: string): Promise<string[]> {
  const { rows } = await asOwner((client) =>
    client.query<{ id: string; organization_id: string }>(
      `SELECT m.id, m.organization_id FROM platform.mail m JOIN identity.user_account u ON u.id = m.person_id
       WHERE u.email = $1 AND m.kind = 'password_reset' ORDER BY m.id`,
      [email],
    ),
  );
  return rows.map(({ id, organization_id }) => tokens.of('bureau_reset_', organization_id, id).text);
}

/** The token of the newest mail about an invitation. */
export async function invitationTokenOf(invitationId: string): Promise<string> {
  const { rows } = await asOwner((client) =>
    client.query<{ id: string; organization_id: string }>(
      "SELECT id, organization_id FROM platform.mail WHERE kind = 'invitation' AND source_id = $1 ORDER BY id DESC LIMIT 1",
      [invitationId],
    ),
  );
  const [{ id, organization_id }] = rows as [{ id: string; organization_id: string }];
  return tokens.of('bureau_invite_', organization_id, id).text;
}
