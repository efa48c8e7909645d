import { Client } from 'pg';
import { provided } from './database.js';

/** A connection as the owner of the database of the server under test: for what no request can do or see. */
export async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(provided('TEST_OWNER_URL'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
