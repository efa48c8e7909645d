import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';

/** What is sent in this turn of the event loop leaves in one packet. */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
