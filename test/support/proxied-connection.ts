import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Message, MessageReader, queryMessage, StatementTexts } from './postgres-messages.js';
import type { Fate, Sent } from './postgres-proxy.js';

/** One client and its backend. */
export class ProxiedConnection {
  /** When both ends have closed: the backend has ended. */
  readonly gone: Promise<void>;
  isCut = false;
  private readonly upstream: Socket;
  private readonly fromClient = new MessageReader(1);
  private readonly fromServer = new MessageReader(0);
  private readonly texts = new StatementTexts();
  /** Messages are decided on one after the other, also where one waits. */
  private working: Promise<void> = Promise.resolve();
  /** Answers that the client was promised: each ends with ReadyForQuery. */
  private asked = 0;
  private answered = 0;
  /** Number of the answer that is lost, where one is. */
  private lost = Infinity;
  /** The rest of a statement that was refused. */
  private isSkipping = false;

  constructor(
    private readonly client: Socket,
    server: { host: string; port: number },
    private readonly decide: (sent: Sent) => Fate,
  ) {
    this.upstream = connect({ ...server, noDelay: true });
    client.setNoDelay(true);
    const closed = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));
    this.gone = Promise.all([closed(client), closed(this.upstream)]).then(() => undefined);
    client.on('data', (chunk: Buffer) => {
      const messages = this.fromClient.read(chunk);
      this.working = this.working.then(() => this.take(messages));
    });
    this.upstream.on('data', (chunk: Buffer) => this.giveBack(this.fromServer.read(chunk)));
    client.on('error', () => {}).on('close', () => this.upstream.end());
    // What the server says last, that it shuts down say, arrives before the end.
    this.upstream.on('error', () => {}).on('close', () => client.end());
    this.upstream.on('close', () => client.destroySoon());
  }

  async cut(): Promise<void> {
    this.isCut = true;
    this.client.destroy();
    // The server reads what it was sent, and then that there is nothing more.
    this.upstream.end();
    await this.gone;
  }

  private async take(messages: readonly Message[]): Promise<void> {
    for (const message of messages) {
      if (this.isCut) return;
      const fate = this.decideOn(message);
      if (typeof fate === 'object' && 'delay' in fate) await delay(fate.delay);
      if (!this.isCut) this.apply(fate, message);
    }
  }

  private decideOn(message: Message): Fate {
    if (this.isSkipping) return 'pass';
    return this.decide({ type: message.type, statement: this.texts.of(message) });
  }

  private apply(fate: Fate, { type, bytes }: Message): void {
    const endsStatement = type === 'Q' || type === 'S';
    if (this.isSkipping) {
      if (endsStatement) this.isSkipping = false;
      return;
    }
    if (fate === 'cut_before') return void this.cut();
    if (fate === 'lose_answer') this.lost = Math.min(this.lost, this.asked);
    if (typeof fate === 'object' && 'refuse' in fate) {
      this.asked += 1;
      this.isSkipping = !endsStatement;
      this.upstream.write(queryMessage(`DO $$BEGIN RAISE EXCEPTION USING ERRCODE = '${fate.refuse}'; END$$`));
      return;
    }
    if (endsStatement || type === 'startup') this.asked += 1;
    this.upstream.write(bytes);
    if (fate === 'cut_after') void this.cut();
  }

  private giveBack(messages: readonly Message[]): void {
    for (const { type, bytes } of messages) {
      if (this.isCut) return;
      const isLost = this.answered >= this.lost;
      if (!isLost) this.client.write(bytes);
      if (type === 'Z') this.answered += 1;
      // A client that signs in is asked one thing after the other.
      if (isLost && (type === 'Z' || type === 'R')) void this.cut();
    }
  }
}
