import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { BureauProcess } from '../../support/bureau-process.js';
import { type Answer, type BureauSession, entriesPath, sale } from '../../support/bureau-session.js';
import { KeptSessions } from '../../support/kept-sessions.js';
import type { Observed, Register } from './history.js';

/** The number of the last entry of a journal, and the balance of an account that all its entries go to, in cents. */
export interface Books {
  number: number;
  balance: number;
}
export type BooksInput = { post: number } | { read: keyof Books };
/** The number of what was posted, or what was read. */
export type BooksOutput = number;

export const booksRegister: Register<Books, BooksInput, BooksOutput> = {
  apply({ number, balance }, input, output) {
    if ('read' in input) {
      return output === undefined || output === { number, balance }[input.read] ? { number, balance } : undefined;
    }
    return output === undefined || output === number + 1
      ? { number: number + 1, balance: balance + input.post }
      : undefined;
  },
};

/** An account: a document that is changed by whoever has seen its last version. */
export interface Document {
  version: number;
  name: string;
}
export type DocumentInput = { read: 'document' } | { name: string; ifMatch: number };
/** Of a change that was too late, nothing. */
export type DocumentOutput = Document | 'too late';

export const documentRegister: Register<Document, DocumentInput, DocumentOutput> = {
  apply(document, input, output) {
    const isDone = 'name' in input && input.ifMatch === document.version;
    const after = isDone ? { version: document.version + 1, name: input.name } : document;
    const expected = 'name' in input && !isDone ? 'too late' : after;
    return output === undefined || isEqual(output, expected) ? after : undefined;
  },
};

const isEqual = (one: DocumentOutput, other: DocumentOutput) =>
  one === other ||
  (one !== 'too late' && other !== 'too late' && one.version === other.version && one.name === other.name);

/** What clients saw of both in one round, and what both were like before. */
export interface Round {
  books: { before: Books; history: Observed<BooksInput, BooksOutput>[] };
  document: { before: Document; history: Observed<DocumentInput, DocumentOutput>[] };
}

const CLIENTS = 8;
const BALANCE = '/v1/accounting/reports/trial-balance?asOf=2026-12-31';
const LAST = `${entriesPath}?sort=-number&limit=1`;
const isLost = (answer: Answer | undefined) => !answer || answer.body?.code === 'idempotency_key_in_progress';

/** Clients of several processes at once, who write down what they ask and when they hear what. */
export class Observers {
  private readonly sessions = new KeptSessions();

  constructor(
    private readonly random: () => number,
    /** Path of the account that is renamed. */
    private readonly document: string,
  ) {}

  /**
   * One round of so many requests, by turns at any of the processes.
   *
   * @param onAnswer told of every answer, and of every one that does not come
   */
  async observe(apis: readonly BureauProcess[], requests: number, onAnswer: () => void = () => {}): Promise<Round> {
    const sessions = await Promise.all(apis.map((api) => this.sessions.at(api)));
    const before = { books: await booksAt(sessions[0]!), document: await this.documentAt(sessions[0]!) };
    const round: Round = {
      books: { before: before.books, history: [] },
      document: { before: before.document, history: [] },
    };
    let waiting = requests;
    const client = async () => {
      let seen = before.document.version;
      while (waiting-- > 0) {
        const draw = this.random();
        const session = sessions[Math.floor(this.random() * sessions.length)]!;
        const heard = <Value>(work: Promise<Value | undefined>) => work.catch(unlessUnexpected).finally(onAnswer);
        if (draw < 0.45) {
          await this.post(sessions, round.books.history, onAnswer);
        } else if (draw < 0.75) {
          const read = draw < 0.6 ? 'number' : 'balance';
          await watch(round.books.history, { read }, () =>
            heard(read === 'number' ? lastNumber(session) : balanceOf(session)),
          );
        } else if (draw < 0.9) {
          const found = await watch(round.document.history, { read: 'document' }, () =>
            heard(this.documentAt(session)),
          );
          if (found && found !== 'too late') seen = found.version;
        } else {
          const input = { name: `Name ${randomUUID()}`, ifMatch: seen };
          await watch(round.document.history, input, () => heard(this.rename(session, input)));
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return round;
  }

  /** Whoever hears nothing asks the same under the same key at another process: it was done once, between first and last. */
  private async post(sessions: readonly BureauSession[], history: Round['books']['history'], onAnswer: () => void) {
    const [cents, key] = [1 + Math.floor(this.random() * 99_999), randomUUID()];
    const amount = (cents / 100).toFixed(2);
    const [debit, credit] = sale.lines;
    const lines = [
      { ...debit, debit: amount },
      { ...credit, credit: amount },
    ];
    let at = Math.floor(this.random() * sessions.length);
    await watch(history, { post: cents }, async () => {
      for (;;) {
        const answer = await sessions[at++ % sessions.length]!.post(entriesPath, { ...sale, lines }, key).catch(
          () => undefined,
        );
        onAnswer();
        if (!isLost(answer)) return expectStatus(answer!, 201).body.number as number;
        await delay(10);
      }
    });
  }

  private async documentAt(session: BureauSession): Promise<Document> {
    const { version, name } = expectStatus(await session.get(this.document), 200).body;
    return { version, name };
  }

  private async rename(session: BureauSession, { name, ifMatch }: { name: string; ifMatch: number }) {
    const answer = await session.patch(this.document, { name }, `"${ifMatch}"`);
    if (answer.status === 412) return 'too late' as const;
    const { version, name: given } = expectStatus(answer, 200).body;
    return { version, name: given } as Document;
  }
}

async function booksAt(session: BureauSession): Promise<Books> {
  return { number: await lastNumber(session), balance: await balanceOf(session) };
}

async function lastNumber(session: BureauSession): Promise<number> {
  return expectStatus(await session.get(LAST), 200).body.data[0]?.number ?? 0;
}

async function balanceOf(session: BureauSession): Promise<number> {
  const { lines } = expectStatus(await session.get(BALANCE), 200).body;
  const line = lines.find(({ accountCode }: { accountCode: string }) => accountCode === sale.lines[0]!.accountCode);
  return Math.round(Number(line?.closing ?? 0) * 100);
}

/** @throws UnexpectedAnswer, which is not the same as none */
function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new UnexpectedAnswer(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

class UnexpectedAnswer extends Error {}

function unlessUnexpected(reason: unknown): undefined {
  if (reason instanceof UnexpectedAnswer) throw reason;
}

/** Writes down one request with its times. */
async function watch<Input, Output>(
  history: Observed<Input, Output>[],
  input: Input,
  ask: () => Promise<Output | undefined>,
): Promise<Output | undefined> {
  const from = performance.now();
  const output = await ask();
  history.push(output === undefined ? { input, from, to: Infinity } : { input, output, from, to: performance.now() });
  return output;
}
