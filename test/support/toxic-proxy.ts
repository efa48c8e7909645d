import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What a network does to the bytes of a connection in one direction. Names and meaning are those of Toxiproxy, whose server
 * is no package of npm.
 */
export type Toxic =
  /** Each piece arrives so many milliseconds later, give or take the jitter. */
  | { kind: 'latency'; milliseconds: number; jitter: number }
  /** No more than so many KiB get through in a second. */
  | { kind: 'bandwidth'; kibPerSecond: number }
  /** The closing of one side is told to the other so many milliseconds later. */
  | { kind: 'slow_close'; milliseconds: number }
  /** Nothing gets through; after so many milliseconds the connection is closed. */
  | { kind: 'timeout'; milliseconds: number }
  /** The connection is reset so many milliseconds after it began. */
  | { kind: 'reset_peer'; milliseconds: number }
  /** What is sent arrives in pieces of about so many bytes, with a pause between them. */
  | { kind: 'slicer'; averageBytes: number; pauseMilliseconds: number }
  /** After so many bytes the connection is closed. */
  | { kind: 'limit_data'; bytes: number }
  /** Nobody listens. */
  | { kind: 'down' };

export type Direction = 'upstream' | 'downstream';

/** Stands between a client and a server, and does to the bytes of new connections what the toxic says, in a direction. */
export class ToxicProxy {
  /** Swallows what either side sends, on the connections that there are as well, and closes nothing. */
  isSilent = false;
  private toxic: Toxic | undefined;
  private direction: Direction = 'downstream';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly random: () => number,
  ) {}

  /** @param target the URL that the proxy stands before; `url` is the same by way of the proxy */
  static async start(target: string, random: () => number): Promise<ToxicProxy> {
    const server = createServer({ allowHalfOpen: true });
    const proxy = new ToxicProxy(server, new URL(target), random);
    server.on('connection', (client) => proxy.accept(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    const own = new URL(this.target);
    own.port = String((this.server.address() as AddressInfo).port);
    return own.href;
  }

  /** For connections from now on; those that there are end. */
  poison(toxic: Toxic | undefined, direction: Direction = 'downstream'): void {
    [this.toxic, this.direction] = [toxic, direction];
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.server.close();
    this.poison(undefined);
  }

  private accept(client: Socket): void {
    const { toxic, direction } = this;
    if (toxic?.kind === 'down') return void client.resetAndDestroy();
    const { hostname, port } = this.target;
    const upstream = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      // Whichever breaks takes the other along.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    void this.pass(client, upstream, direction === 'upstream' ? toxic : undefined);
    void this.pass(upstream, client, direction === 'downstream' ? toxic : undefined);
    if (toxic?.kind === 'reset_peer') void this.after(toxic.milliseconds, () => client.resetAndDestroy());
    if (toxic?.kind === 'timeout') void this.after(toxic.milliseconds, () => client.destroy());
  }

  private async pass(from: Socket, to: Socket, toxic: Toxic | undefined): Promise<void> {
    let passed = 0;
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (this.isSilent || toxic?.kind === 'timeout') continue;
        for (const piece of this.pieces(chunk, toxic)) {
          await this.holdUp(piece, toxic);
          const room = toxic?.kind === 'limit_data' ? toxic.bytes - passed : piece.length;
          passed += piece.length;
          if (!to.write(piece.subarray(0, room))) await once(to, 'drain');
          if (room >= piece.length) continue;
          to.destroySoon();
          return;
        }
      }
      if (toxic?.kind === 'slow_close') await delay(toxic.milliseconds);
      to.end();
    } catch {
      // The other side was gone: its own end takes this one along.
    }
  }

  private *pieces(chunk: Buffer, toxic: Toxic | undefined): Generator<Buffer> {
    if (toxic?.kind !== 'slicer') return yield chunk;
    for (let at = 0; at < chunk.length;) {
      const length = Math.max(1, Math.round(toxic.averageBytes * (0.5 + this.random())));
      yield chunk.subarray(at, at + length);
      at += length;
    }
  }

  private async holdUp(piece: Buffer, toxic: Toxic | undefined): Promise<void> {
    if (toxic?.kind === 'latency') await delay(toxic.milliseconds + (this.random() * 2 - 1) * toxic.jitter);
    if (toxic?.kind === 'bandwidth') await delay((piece.length / 1024 / toxic.kibPerSecond) * 1000);
    if (toxic?.kind === 'slicer') await delay(toxic.pauseMilliseconds);
  }

  private async after(milliseconds: number, work: () => void): Promise<void> {
    await delay(milliseconds, undefined, { ref: false });
    work();
  }
}
