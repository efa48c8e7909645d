/** A message of the PostgreSQL protocol, as it is on the wire. */
export interface Message {
  /** Its letter; `startup` for what opens a connection, which has none. */
  type: string;
  bytes: Buffer;
}

/** Puts the bytes of one direction of a connection together to messages. */
export class MessageReader {
  private pending: Buffer = Buffer.alloc(0);

  /** @param untyped messages that come first and have no letter: one of a client, none of a server */
  constructor(private untyped: 0 | 1) {}

  read(chunk: Buffer): Message[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const letters = this.untyped > 0 ? 0 : 1;
      if (this.pending.length < letters + 4) return messages;
      const end = letters + this.pending.readUInt32BE(letters);
      if (this.pending.length < end) return messages;
      const type = letters === 0 ? 'startup' : String.fromCharCode(this.pending[0]!);
      messages.push({ type, bytes: this.pending.subarray(0, end) });
      this.pending = this.pending.subarray(end);
      if (letters === 0) this.untyped = 0;
    }
  }
}

/** Statements by the names under which a connection prepared them, so that every message can be told by its text. */
export class StatementTexts {
  private readonly prepared = new Map<string, string>();
  private current = '';

  /** The text of the statement that a client's message is a part of; empty where it is of none. */
  of({ type, bytes }: Message): string {
    const texts = type === 'P' || type === 'B' || type === 'Q' ? bytes.toString('utf8', 5).split('\0') : [];
    if (type === 'Q') this.current = texts[0]!;
    if (type === 'P') this.prepared.set(texts[0]!, (this.current = texts[1]!));
    // Of the portal, then of the statement.
    if (type === 'B') this.current = this.prepared.get(texts[1]!) ?? '';
    return type === 'startup' || type === 'p' || type === 'X' ? '' : this.current;
  }
}

/** A client's simple query. */
export function queryMessage(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5, 'Q');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
