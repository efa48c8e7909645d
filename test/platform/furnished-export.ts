import { newId } from '#kernel/id.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

/**
 * An export of the person, as the job of a worker would leave it, of which the server under test has none. Its content is
 * one that came by an upload.
 */
export async function furnishExport(actor: Actor, age = '0'): Promise<void> {
  const { organizationId, email } = actor;
  const content = Buffer.from(`code,name\r\n1000,${newId()}\r\n`);
  const { status, body, text } = await actor.upload('/v1/files?name=accounts.csv', content, {}, 'text/csv');
  if (status !== 201) throw new Error(`the upload answered ${text}`);
  const [fileId, id] = [newId(), newId()];
  await asOwner(async (owner) => {
    await owner.query(
      `INSERT INTO platform.file (organization_id, id, name, media_type, size_bytes, sha256, uploaded_by, origin)
       SELECT $1, $2, 'accounts.csv', 'text/csv', $3, $4, id, 'export' FROM identity.user_account WHERE email = $5`,
      [organizationId, fileId, content.length, body.sha256, email],
    );
    await owner.query(
      `INSERT INTO platform.export (organization_id, id, job_id, operation, permission, path, format, row_count, file_id,
                                    actor_id, person_id, request_id, created_at)
       SELECT $1, $2, $2, 'listAccounts', 'accounting.books.read', '/v1/accounting/accounts', 'csv', 0, $3, id, id, $2,
              now() - $5::interval
       FROM identity.user_account WHERE email = $4`,
      [organizationId, id, fileId, email, age],
    );
  });
}
