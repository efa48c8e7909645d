import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { ProxiedConnection } from './proxied-connection.js';

/** What becomes of a message that a client sends. */
export type Fate =
  | 'pass'
  /** The message does not arrive, and the connection is cut. */
  | 'cut_before'
  /** The message arrives; what the server answers from here on does not, and the connection is cut. */
  | 'cut_after'
  /** The server does all that it is told to do, and its answer is lost with the connection. */
  | 'lose_answer'
  /** It arrives later, and so does all that comes behind it on the connection. */
  | { delay: number }
  /** The statement that the message begins is refused with this SQLSTATE, by the server itself. */
  | { refuse: string };

export interface Sent {
  /** Letter of the protocol, or `startup`. */
  type: string;
  /** Text of the statement that the message is a part of. */
  statement: string;
}

/** Whether the message is the first of its statement. */
export const beginsStatement = ({ type }: Sent): boolean => type === 'Q' || type === 'P' || type === 'B';

/**
 * Stands between Bureau and PostgreSQL, reads what clients say to the server message by message, and does to each what a
 * spec decides. Serves at the same address all the time, also when the server moves.
 */
export class PostgresProxy {
  /** Asked for every message of every client; absent: all pass. */
  decide?: (sent: Sent) => Fate;
  /** Off: whoever connects is turned away, as where nothing listens. */
  accepts = true;
  private readonly connections = new Set<ProxiedConnection>();
  private target: URL;

  private constructor(
    private readonly server: Server,
    url: string,
  ) {
    this.target = new URL(url);
  }

  static async start(url: string): Promise<PostgresProxy> {
    const server = createServer();
    const proxy = new PostgresProxy(server, url);
    server.on('connection', (client) => proxy.accept(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  /** The database that the proxy stands before, by way of the proxy. */
  get url(): string {
    const own = new URL(this.target);
    own.port = String((this.server.address() as AddressInfo).port);
    return own.href;
  }

  /** How many connections there are. */
  get size(): number {
    return this.connections.size;
  }

  /** From now on, connections lead to another server, with the names and passwords of the first. */
  pointAt(url: string): void {
    this.target = new URL(url);
  }

  /** Cuts all connections; resolves when the server has ended its part of each, whatever it had to finish first. */
  async cutAll(): Promise<void> {
    await Promise.all([...this.connections].map((connection) => connection.cut()));
  }

  /** Resolves when no cut connection is left on the server: what it did is done, what it did not never will be. */
  async settled(): Promise<void> {
    await Promise.all([...this.connections].filter(({ isCut }) => isCut).map(({ gone }) => gone));
  }

  async close(): Promise<void> {
    this.server.close();
    await this.cutAll();
  }

  private accept(client: Socket): void {
    if (!this.accepts) return void client.destroy();
    const { hostname, port } = this.target;
    const connection = new ProxiedConnection(client, { host: hostname, port: Number(port) }, (sent) => {
      return this.decide?.(sent) ?? 'pass';
    });
    this.connections.add(connection);
    void connection.gone.then(() => this.connections.delete(connection));
  }
}
