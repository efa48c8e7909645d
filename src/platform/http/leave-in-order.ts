import type { FastifyInstance } from 'fastify';
import { Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a connection that is kept alive may still bring a request, which is answered, once the server closes. */
const LINGER_MS = 500;
const LOOK_EVERY_MS = 10;

/**
 * Lets the server go without failing a request that has a connection. From the time that it is leaving, each answer asks
 * its caller to close the connection. When it closes, it first takes no new connections, then goes on to serve those
 * that it has for a moment: to close one at once may cross with a request on its way. What runs is always finished.
 */
export function leaveInOrder(server: FastifyInstance, isLeaving: () => boolean): void {
  const connections = new Set<Socket>();
  let closing = false;
  server.server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing || isLeaving()) reply.raw.setHeader('Connection', 'close');
    done();
  });
  server.addHook('preClose', async () => {
    closing = true;
    // That of http.Server would end idle connections at once.
    Server.prototype.close.call(server.server);
    for (const since = performance.now(); connections.size > 0 && performance.now() - since < LINGER_MS;) {
      await delay(LOOK_EVERY_MS);
    }
    // Opened ahead by a browser and never used: for Node.js a request that has yet to arrive.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}
