import { connect, createServer, type AddressInfo } from 'node:net';

/**
 * A connection pooler as some are configured: it passes everything on but the start-up option `options`, so the role
 * that a connection asks for is not set. Ends its connections when it is closed.
 */
export async function startPoolerWithoutOptions(url: string): Promise<{ url: string; close(): void }> {
  const target = new URL(url);
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.once('data', (startup) => {
      upstream.write(withoutOptions(startup));
      client.pipe(upstream);
    });
    upstream.pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return { url: own.href, close: () => void server.close() };
}

/** StartupMessage: length, protocol, then names and values, each ended by a zero, and a last zero. */
function withoutOptions(startup: Buffer): Buffer {
  const texts = startup.subarray(8, -1).toString('utf8').split('\0').slice(0, -1);
  const kept = texts.flatMap((name, index) =>
    index % 2 === 0 && name !== 'options' ? [`${name}\0${texts[index + 1]}\0`] : [],
  );
  const body = Buffer.concat([startup.subarray(4, 8), Buffer.from(kept.join('')), Buffer.from([0])]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}
