import { provided } from './database.js';
import { inOrganization } from './ledger-fixture.js';
import { withRole } from './matrix-database.js';

/** As the worker would, of which the server under test has none. @returns how many events got their places */
export const dispatchEvents = (organizationId: string): Promise<number> =>
  withRole(provided('TEST_OWNER_URL'), 'bureau_app', (client) =>
    inOrganization(client, organizationId, async () => {
      const { rows } = await client.query<{ events: number }>('SELECT platform.dispatch_events(1000) AS events');
      return rows[0]!.events;
    }),
  );
