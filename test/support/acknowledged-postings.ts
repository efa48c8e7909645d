import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#kernel/id.js';
import type { BureauProcess } from './bureau-process.js';
import { type Answer, entriesPath, sale } from './bureau-session.js';
import { KeptSessions } from './kept-sessions.js';
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
  WITH event AS (
    SELECT subject::uuid AS id, count(*)::int AS events FROM platform.outbox_event WHERE occurred_at > $1 GROUP BY 1),
  answer AS (
    SELECT (answer::json ->> 'id')::uuid AS id, array_agg(key) AS keys
    FROM platform.idempotency_record WHERE created_at > $1 GROUP BY 1)
  SELECT e.id, e.number, e.description, coalesce(event.events, 0) AS events, coalesce(answer.keys, '{}') AS keys
  FROM accounting.journal_entry e LEFT JOIN event USING (id) LEFT JOIN answer USING (id)
  WHERE e.posted_at > $1 ORDER BY e.number, e.id`;

const DIGEST = `
  SELECT concat_ws(' ',
    (SELECT ROW(count(*), sum(hashtextextended(concat_ws(' ', id, number, description), 0)::numeric))
     FROM accounting.journal_entry WHERE posted_at <= $1),
    (SELECT ROW(count(*), sum(hashtextextended(subject, 0)::numeric))
     FROM platform.outbox_event WHERE occurred_at <= $1),
    (SELECT ROW(count(*), sum(hashtextextended(key || answer, 0)::numeric))
     FROM platform.idempotency_record WHERE created_at <= $1)) AS digest`;

/** What was compared one by one, and of which a digest says later on that nothing of it has changed. */
interface Settled {
  /** Of `all`, from the first. */
  postings: number;
  /** A time when nobody was posting. */
  until: string;
  digest: string;
}

/** What clients post into the books of a database, and what they were told of it. */
export class AcknowledgedPostings {
  /** Everything that was ever asked for. */
  readonly all: Posting[] = [];
  private settled: Settled = { postings: 0, until: '-infinity', digest: '' };
  private readonly sessions = new KeptSessions();

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

  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]> {
    return withClient(this.databaseUrl(), async (client) => (await client.query<Row>(text, values)).rows);
  }

  entries(since = '-infinity'): Promise<Entry[]> {
    return this.query<Entry>(ENTRIES, [since]);
  }

  /** As `entries`, without those that are settled. */
  newEntries(): Promise<Entry[]> {
    return this.entries(this.settled.until);
  }

  /** `faultsIn` of what is not settled, and whether anything has changed in what is: costs what the new ones cost. */
  async newFaults(): Promise<string[]> {
    const { postings, until, digest } = this.settled;
    const faults = this.faultsIn(await this.newEntries(), postings);
    return (await this.digest(until)) === digest || postings === 0
      ? faults
      : [...faults, 'what was settled has changed'];
  }

  /** To be called when nobody posts: gives what is wrong, with what has no answer, and where nothing is, settles it. */
  async settle(): Promise<string[]> {
    const open = this.all.slice(this.settled.postings).filter(({ answer }) => answer?.status !== 201);
    const faults = [...open.map(({ description }) => `${description} has no answer`), ...(await this.newFaults())];
    if (faults.length > 0) return faults;
    const [{ until } = { until: '' }] = await this.query<{ until: string }>('SELECT clock_timestamp()::text AS until');
    this.settled = { postings: this.all.length, until, digest: await this.digest(until) };
    return [];
  }

  private async digest(until: string): Promise<string> {
    const [row] = await this.query<{ digest: string }>(DIGEST, [until]);
    return row!.digest;
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
    const session = await Promise.all(apis.map((api) => this.sessions.at(api)));
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

  /**
   * Lets clients send that know several addresses: whoever gets no answer at one asks the same, under the same key, at the
   * next, until it is done or refused.
   *
   * @param onAnswer told of every answer, and of every one that does not come
   * @returns how many requests got no answer, and how many postings were told that they had been done before
   */
  async insist(
    apis: readonly Pick<BureauProcess, 'baseUrl'>[],
    waiting: readonly Posting[],
    onAnswer: () => void,
  ): Promise<{ unanswered: number; replayed: number }> {
    const sessions = await Promise.all(apis.map((api) => this.sessions.at(api)));
    const queue = [...waiting];
    let [unanswered, replayed] = [0, 0];
    const client = async (number: number) => {
      for (let posting = queue.shift(), at = number; posting; posting = queue.shift()) {
        const { description, key } = posting;
        while (!posting.answer) {
          const session = sessions[at % sessions.length]!;
          const answer = await session.post(entriesPath, { ...sale, description }, key).catch(() => undefined);
          onAnswer();
          if (answer && answer.body.code !== 'idempotency_key_in_progress') posting.answer = answer;
          else await delay(10);
          if (answer) continue;
          unanswered += 1;
          at += 1;
        }
        if (posting.answer.replayed) replayed += 1;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    return { unanswered, replayed };
  }

  /**
   * What breaks the promise: an answer that is lost, an effect that is not exactly one, a gap in the numbers.
   *
   * @param from how many postings were compared before, whose entries are not given
   */
  faultsIn(entries: readonly Entry[], from = 0): string[] {
    const byDescription = new Map<string, Entry[]>();
    for (const entry of entries) {
      byDescription.set(entry.description, [...(byDescription.get(entry.description) ?? []), entry]);
    }
    const faults = this.all.slice(from).flatMap(({ description, key, answer }) => {
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
    const gaps = entries.filter(({ number }, index) => number !== from + index + 1);
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
