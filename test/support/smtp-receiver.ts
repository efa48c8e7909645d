import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came. */
export interface ReceivedMail {
  to: string;
  /** With all headers, as it was sent. */
  raw: string;
  header: (name: string) => string | undefined;
  /** Its text as people read it. */
  text: string;
}

/** An SMTP server of one spec. It takes all mail, unless it is told otherwise for a recipient. */
export class SmtpReceiver {
  readonly mails: ReceivedMail[] = [];
  private readonly refusals = new Map<string, { code: number; times: number }>();
  private readonly waiting = new Set<() => void>();
  private server: SMTPServer | undefined;
  private port = 0;

  async start(): Promise<this> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, answer) => answer(this.refusalOf(address)),
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = (session.envelope.rcptTo as { address: string }[])[0]!.address;
          this.take(to, Buffer.concat(chunks).toString('latin1'));
          answer();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** How a recipient is refused the next so many times. */
  refuse(address: string, code: number, times = Infinity): void {
    this.refusals.set(address, { code, times });
  }

  /** Started again, it has the same address. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(() => resolve()));
  }

  /** The mails to somebody, once there are so many. */
  async received(to: string, count = 1): Promise<ReceivedMail[]> {
    const found = () => this.mails.filter((mail) => mail.to === to);
    while (found().length < count) await new Promise<void>((resolve) => this.waiting.add(resolve));
    return found();
  }

  private refusalOf(address: string): Error | undefined {
    const refusal = this.refusals.get(address);
    if (!refusal || refusal.times-- <= 0) return undefined;
    return Object.assign(new Error(`not ${address}`), { responseCode: refusal.code });
  }

  private take(to: string, raw: string): void {
    const [head = '', ...parts] = raw.split('\r\n\r\n');
    const lines = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
    const header = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const [text = ''] = parts.slice(1).join('\r\n\r\n').split('\r\n--', 1);
    const octets = text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    this.mails.push({ to, raw, header, text: Buffer.from(octets, 'latin1').toString('utf8') });
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
