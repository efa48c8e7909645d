import { Client } from 'pg';
import { asRole, provided } from './database.js';
import { inOrganization } from './ledger-fixture.js';

/** Seals all that waits in the organization, with the rights of the application, as the job does; gives how much. */
export async function sealAll(organizationId: string): Promise<number> {
  const app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
  try {
    let all = 0;
    for (;;) {
      const { rows } = await inOrganization(app, organizationId, () =>
        app.query<{ sealed: number }>('SELECT platform.seal_facts() AS sealed'),
      );
      if (rows[0]!.sealed === 0) return all;
      all += rows[0]!.sealed;
    }
  } finally {
    await app.end();
  }
}

/** Does what only a superuser can: writes past triggers, keys and row security. */
export async function asIntruder<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(provided('TEST_ADMIN_URL'));
  url.pathname = new URL(provided('TEST_OWNER_URL')).pathname;
  const client = new Client(url.href);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    return await work(client);
  } finally {
    await client.end();
  }
}
