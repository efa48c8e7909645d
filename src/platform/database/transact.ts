import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { inSpan, type SpanReference } from '../tracing/spans.js';
import type { Acting } from './acting.js';
import { sendTogether } from './send-together.js';
import { type LastStatement, type Statement, Transaction } from './transaction.js';

/** How a transaction begins and ends. */
export interface Opening {
  /** What the transaction is for, in traces. */
  name: string;
  /** Those that it serves, where they are several. */
  onBehalfOf?: readonly (SpanReference | undefined)[];
  acting: Acting;
  begin: string;
  /** Says whose transaction it is; its first row tells `started_at`. */
  statement: Statement;
  values: unknown[];
  /** `READ`: nothing was written, so the result does not wait for the end. */
  end: 'COMMIT' | 'ROLLBACK' | 'READ';
}

/** What the work of a transaction ends with: its result, or the statement that goes out with COMMIT and gives it. */
export type Ending<T> = { result: T } | { last: LastStatement<T> };

/** The wall around the rows of legal entities asks for it: `platform.wall_legal_entity`. */
const LIMIT: Statement = {
  name: 'limit_to_legal_entities',
  text: "SELECT set_config('bureau.legal_entities', $1::uuid[]::text, true)",
};
const REMEMBER_ANSWER: Statement = { name: 'remember_answers', text: 'SELECT platform.remember_answers($1, NULL)' };

/** Runs work in a transaction. The opening leaves with the first statement of the work, the last one with COMMIT. */
export function transact<T>(
  dataSource: DataSource,
  opening: Opening,
  work: (transaction: Transaction, opened: Promise<QueryResultRow[]>) => Promise<Ending<T>>,
): Promise<T> {
  return inSpan(opening.name, { onBehalfOf: opening.onBehalfOf }, () => transactInSpan(dataSource, opening, work));
}

async function transactInSpan<T>(
  dataSource: DataSource,
  opening: Opening,
  work: (transaction: Transaction, opened: Promise<QueryResultRow[]>) => Promise<Ending<T>>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  // The ORM must not open a transaction of its own inside this one.
  markTransaction(runner, true);
  let unfinished: Promise<unknown> | undefined;
  try {
    sendTogether(client);
    const begun = client.query(opening.begin);
    const opened = client
      .query<QueryResultRow>({ ...opening.statement, values: opening.values })
      .then(({ rows }) => rows);
    const { legalEntityIds } = opening.acting;
    const limited = legalEntityIds && client.query({ ...LIMIT, values: [legalEntityIds] });
    const startedAt = opened.then((rows) => (rows[0] as { started_at: Date }).started_at);
    const transaction = new Transaction(opening.acting, runner.manager, client, startedAt);
    const working = work(transaction, opened).then((ending) => withGathered(transaction, ending));
    // Statements behind a refused opening fail as well; the opening's refusal is the one that tells why.
    const [, , , , ending] = await inOrder([begun, opened, limited, startedAt, working] as const);
    if (opening.end === 'COMMIT') return await commit(client, opening.acting, ending);
    const result = resultOf(ending);
    if (opening.end === 'READ') unfinished = client.query('COMMIT').catch(() => undefined);
    else await client.query('ROLLBACK');
    return result;
  } catch (error) {
    // A lost connection has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    const release = () => {
      markTransaction(runner, false);
      return runner.release();
    };
    if (unfinished) void unfinished.then(release);
    else await release();
  }
}

/** What waited for the end of the work is done before its last statement. */
function withGathered<T>(transaction: Transaction, ending: Ending<T>): Ending<T> | Promise<Ending<T>> {
  if (!transaction.hasGathered) return ending;
  // Asked for later; a failure meanwhile is told then.
  if ('last' in ending) for (const one of ending.last.sent ?? []) one.catch(() => undefined);
  return transaction.endGathered().then(() => ending);
}

async function commit<T>(client: PoolClient, acting: Acting, ending: Ending<T>): Promise<T> {
  sendTogether(client);
  if ('last' in ending) {
    const { sent = [], statement, values, toResult } = ending.last;
    const asked = client.query<QueryResultRow>({ ...statement, values: [...values] });
    const [, { rows }, ended] = await inOrder([inOrder(sent), asked, client.query('COMMIT')] as const);
    assertCommitted(ended.command);
    return toResult(rows);
  }
  const { result } = ending;
  const { idempotency } = acting;
  const kept = idempotency ? client.query(rememberStatement(acting, idempotency, result)) : undefined;
  const [, ended] = await inOrder([kept, client.query('COMMIT')] as const);
  assertCommitted(ended.command);
  return result;
}

function rememberStatement(
  { actorId }: Acting,
  { key, requestHash }: NonNullable<Acting['idempotency']>,
  result: unknown,
) {
  const pieces = [JSON.stringify(result ?? null)];
  const answer = { actor_id: actorId, key, request_hash: requestHash.toString('hex'), first_drawn: 0, pieces };
  return { ...REMEMBER_ANSWER, values: [JSON.stringify([answer])] };
}

function resultOf<T>(ending: Ending<T>): T {
  if ('result' in ending) return ending.result;
  throw new Error('What is taken back has a result and no last statement.');
}

/** PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error. */
function assertCommitted(command: string): void {
  if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command} instead of COMMIT.`);
}

function markTransaction(runner: QueryRunner, isActive: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = isActive;
}

/** Waits for all; the first failure in the given order wins, and none is left unhandled. */
async function inOrder<const T extends readonly unknown[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
