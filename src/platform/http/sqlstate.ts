import type { Problem, ProblemError, ProblemFactory } from '#kernel/problem.js';
import { platformProblems } from './platform.problems.js';

/**
 * Which problem a database refusal is, by the name of the constraint that was broken, or by the code that a trigger or
 * function raised: `RAISE EXCEPTION USING ERRCODE = 'BU101', MESSAGE = detail, DETAIL = errors as JSON`. The factory of
 * a raised code receives that detail and those errors; that of a constraint a general detail, to replace with a better.
 */
export type DatabaseProblems = Readonly<Record<string, ProblemFactory>>;

const raisedCode = /^BU[0-9A-Z]{3}$/;
const constraintName = /^[a-z_][a-z0-9_]{0,62}$/;

/** Joins the maps of the modules. Throws on a name given twice and on one that is neither constraint nor raised code. */
export function mergeDatabaseProblems(...maps: readonly DatabaseProblems[]): DatabaseProblems {
  const merged = new Map<string, ProblemFactory>();
  for (const [name, factory] of maps.flatMap((map) => Object.entries(map))) {
    if (!raisedCode.test(name) && !constraintName.test(name)) {
      throw new Error(`${name} is neither the name of a constraint nor a code such as BU101`);
    }
    if (merged.has(name)) throw new Error(`the database problem ${name} is declared twice`);
    merged.set(name, factory);
  }
  return Object.freeze(Object.fromEntries(merged));
}

/** The fields of PostgreSQL's error message that decide; values of rows are in none of them. */
export interface DatabaseFailure {
  /** SQLSTATE, or the code of the operating system when there was no connection. */
  code: string;
  constraint?: string;
  message: string;
  detail?: string;
}

const retrySoon = { 'Retry-After': '1' };
const busy = () =>
  platformProblems
    .service_unavailable('Too much is going on at once; nothing was changed. Send the same request again.')
    .withHeaders(retrySoon);
const away = () =>
  platformProblems
    .service_unavailable('The database cannot be reached at the moment.')
    .withHeaders({ 'Retry-After': '5' });

/** Refusals that need no declaration: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const states: Readonly<Record<string, () => Problem>> = {
  '22001': () => platformProblems.validation_failed('A text is longer than its field.'),
  '22003': () => platformProblems.validation_failed('A number is out of the range of its field.'),
  '22007': () => platformProblems.validation_failed('A date or time is not well formed.'),
  '22008': () => platformProblems.validation_failed('A date or time is out of range.'),
  '22021': () => platformProblems.malformed_request('A text has characters that cannot be stored.'),
  '22P02': () => platformProblems.malformed_request('A value is not well formed.'),
  '22P05': () => platformProblems.malformed_request('A text has characters that cannot be stored.'),
  '23503': () => platformProblems.conflict('A record that is referred to does not exist, or is still referred to.'),
  '23505': () => platformProblems.conflict('Another record already has this value.'),
  '23514': () => platformProblems.validation_failed('A rule of the record is broken.'),
  '23P01': () => platformProblems.conflict('The record overlaps with another.'),
  '25006': away,
  '25P03': busy,
  '25P04': busy,
  '40001': busy,
  '40P01': busy,
  '53100': () => platformProblems.storage_full('The database has no space left.'),
  '53200': busy,
  '53300': busy,
  '55P03': busy,
  '57014': busy,
  '57P01': away,
  '57P02': away,
  '57P03': away,
  '57P05': away,
  EAI_AGAIN: away,
  ECONNREFUSED: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  ENOTFOUND: away,
  EPIPE: away,
  ETIMEDOUT: away,
};

/** States in which a declared constraint is looked up. */
const constraintStates = new Set(['23503', '23505', '23514', '23P01']);

export interface DatabaseAnswer {
  problem: Problem;
  /** A constraint was broken that nobody declared: the caller gets a general answer, the log has to name it. */
  undeclared?: string;
}

/** The problem that a database refusal is; `undefined` when it is a defect. */
export function databaseProblem(failure: DatabaseFailure, declared: DatabaseProblems): DatabaseAnswer | undefined {
  const { code, constraint, message } = failure;
  if (raisedCode.test(code)) {
    const raised = declared[code];
    return raised && { problem: raised(message, raisedErrors(failure.detail)) };
  }
  const general = states[code] ?? (code.startsWith('08') && code.length === 5 ? away : undefined);
  if (!general) return undefined;
  if (!constraintStates.has(code)) return { problem: general() };
  const own = constraint === undefined ? undefined : declared[constraint];
  return own ? { problem: own(general().detail) } : { problem: general(), undeclared: constraint ?? code };
}

function raisedErrors(detail: string | undefined): ProblemError[] {
  if (!detail) return [];
  try {
    const errors: unknown = JSON.parse(detail);
    return Array.isArray(errors) ? (errors as ProblemError[]) : [];
  } catch {
    return [];
  }
}

/** Message of the pool when others kept all of its connections for too long; it gives it no code. */
const noConnectionFree = /^timeout exceeded when trying to connect$/;
/** Messages of the driver when a connection is gone or none could be made; it gives them no code. */
const connectionLost =
  /^(?:Connection terminated|timeout expired|Query read timeout|Client (?:has encountered a connection error|was closed)|Cannot use a pool after)/;

/** Finds the driver's error in what was thrown, also inside TypeORM's `QueryFailedError`. */
export function databaseFailureOf(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const driver = (error as { driverError?: unknown }).driverError ?? error;
  const {
    code,
    severity,
    constraint,
    message = '',
    detail,
  } = driver as Partial<DatabaseFailure> & { severity?: string };
  if (code === undefined) {
    if (noConnectionFree.test(message)) return { code: '53300', message };
    return connectionLost.test(message) ? { code: 'ECONNRESET', message } : undefined;
  }
  const known = severity !== undefined || (code.startsWith('E') && code in states);
  return known ? { code, constraint, message, detail } : undefined;
}
