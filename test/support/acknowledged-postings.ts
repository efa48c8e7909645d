import { newId } from '#kernel/id.js';
import type { BureauProcess } from './bureau-process.js';
import { type Answer, entriesPath, sale, signIn } from './bureau-session.js';
import { openBooks } from './ledger-fixture.js';
import { withClient, withRole } from './matrix-database.js';

const CLIENTS = 8;

/** One posting as its client knows it: the key that it sends it under, and the answer that settled it once there is one. */
export interface Posting {
  key: string;
  description: string;
  answer?: Answer;
}

/** An entry as the database has it, with the events and kept answers that stand for it. */
export interface Entry {
  id: string;
  number: number;
  description: string;
  events: number;
  keys: string[];
}

const ENTRIES = `
  WITH event AS (SELECT subject::uuid AS id, count(*)::int AS events FROM platform.outbox_event GROUP BY 1),
  answer AS (
    SELECT (answer::json ->> 'id')::uuid AS id, array_agg(key) AS keys FROM platform.idempotency_record GROUP BY 1)
  SELECT e.id, e.number, e.description, coalesce(event.events, 0) AS events, coalesce(answer.keys, '{}') AS keys
  FROM accounting.journal_entry e LEFT JOIN event USING (id) LEFT JOIN answer USING (id) ORDER BY e.number, e.id`;

/** What clients post into the books of a database, and what they were told of it. */
export class AcknowledgedPostings {
  /** Everything that was ever asked for. */
  readonly all: Posting[] = [];

  constructor(
    /** As superuser; asked each time, where the database moves. */
    readonly databaseUrl: () => string,
  ) {}

  /** Opens the books of the first legal entity. */
  async openBooks(): Promise<void> {
    const [entity] = await this.query<{ organization_id: string; id: string }>(
      'SELECT organization_id, id FROM administration.legal_entity',
    );
    await withRole(this.databaseUrl(), 'bureau_app', (client) =>
      openBooks(client, entity!.organization_id, entity!.id, 'EUR'),
    );
  }

  query<Row extends object>(text: string): Promise<Row[]> {
    return withClient(this.databaseUrl(), async (client) => (await client.query<Row>(text)).rows);
  }

  entries(): Promise<Entry[]> {
    return this.query<Entry>(ENTRIES);
  }

  /** New ones, to be sent. */
  plan(count: number): Posting[] {
    const planned = Array.from({ length: count }, (_, index): Posting => ({
      key: newId(),
      description: `Posting ${this.all.length + index + 1}`,
    }));
    this.all.push(...planned);
    return planned;
  }

  /**
   * Lets clients send, one request after the other each, until all are done with. 503 settles nothing.
   *
   * @param onAnswer told of every answer; a client goes on to its next posting unless it gives false
   */
  async send(
    apis: readonly Pick<BureauProcess, 'baseUrl'>[],
    waiting: readonly Posting[],
    onAnswer: (answer: Answer | undefined) => boolean | void = (answer) => answer !== undefined,
  ): Promise<Posting[]> {
    const session = await Promise.all(apis.map((api) => signIn(api)));
    const queue = [...waiting];
    const sent: Posting[] = [];
    const client = async (number: number) => {
      for (let posting = queue.shift(); posting; posting = queue.shift()) {
        sent.push(posting);
        const { description, key } = posting;
        const at = session[number % session.length]!;
        const answer = await at.post(entriesPath, { ...sale, description }, key).catch(() => undefined);
        if (answer && answer.status !== 503) posting.answer = answer;
        if (onAnswer(answer) === false) return;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    return sent;
  }

  /** What breaks the promise: an answer that is lost, an effect that is not exactly one, a gap in the numbers. */
  faultsIn(entries: readonly Entry[]): string[] {
    const byDescription = new Map<string, Entry[]>();
    for (const entry of entries) {
      byDescription.set(entry.description, [...(byDescription.get(entry.description) ?? []), entry]);
    }
    const faults = this.all.flatMap(({ description, key, answer }) => {
      const effects = byDescription.get(description) ?? [];
      const isKept = effects.some(({ id, number }) => id === answer?.body.id && number === answer?.body.number);
      return [
        ...(answer && !isKept ? [`${description} was answered and is lost`] : []),
        ...(effects.length > 1 ? [`${description} was posted ${effects.length} times`] : []),
        ...effects.flatMap(({ events, keys }) =>
          events === 1 && keys.join() === key
            ? []
            : [`${description} has ${events} events and the keys ${keys.join()}`],
        ),
      ];
    });
    const gaps = entries.filter(({ number }, index) => number !== index + 1);
    return [...faults, ...gaps.map(({ number }) => `number ${number} is out of place`)];
  }

  /** Whether the server confirms nothing before it is on disk. */
  async isDurable(): Promise<boolean> {
    const settings = await this.query(
      "SELECT FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'on'",
    );
    return settings.length === 3;
  }
}
