import { createHash } from 'node:crypto';
import { Problem } from '#kernel/problem.js';
import { actAs, type Acting, currentActing } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { refusalOfKey } from './refusal-of-key.js';

type Idempotency = NonNullable<Acting['idempotency']>;

const MOST_KEY = 255;

/** The caller's key comes first, then the parts in their order. */
const KEPT: Statement = {
  name: 'kept_parts_of_command',
  text: `
    SELECT wanted.place::integer - 2 AS part, r.request_hash AS "requestHash", r.answer
    FROM unnest($3::text[]) WITH ORDINALITY AS wanted (key, place)
    JOIN platform.idempotency_record r ON r.organization_id = $1 AND r.actor_id = $2 AND r.key = wanted.key
    ORDER BY wanted.place`,
};

interface KeptRow {
  /** -1 for the answer as a whole. */
  part: number;
  requestHash: Buffer;
  answer: string;
}

/**
 * Begins or resumes, for the request that runs here, a command that is done in several transactions, each all or nothing,
 * under one key. What came of each part is kept with it under a key of its own, which no caller can send: sent again, the
 * request is answered with what its parts were answered with, and what is left of them is done.
 *
 * @param most parts that it can have
 * @throws Problem idempotency_key_reused where the key was used with another request
 */
export async function beginInParts<Part, Answer>(
  unitOfWork: UnitOfWork,
  most: number,
): Promise<PartedCommand<Part, Answer>> {
  const acting = currentActing();
  const { organizationId, actorId, idempotency } = acting;
  if (!idempotency) return new PartedCommand<Part, Answer>(acting, new Map(), undefined);
  const keys = [idempotency.key, ...Array.from({ length: most }, (_, part) => partOf(idempotency, part).key)];
  const rows = await unitOfWork.read((transaction) =>
    transaction.rows<KeptRow & object>(KEPT, [organizationId, actorId, keys]),
  );
  if (rows.some(({ requestHash }) => !requestHash.equals(idempotency.requestHash))) {
    throw refusalOfKey({ outcome: 'reused' });
  }
  const parts = new Map(rows.filter(({ part }) => part >= 0).map(({ part, answer }) => [part, answer]));
  const whole = rows.find(({ part }) => part < 0);
  if (whole) acting.replayed = true;
  return new PartedCommand<Part, Answer>(acting, parts, whole && (JSON.parse(whole.answer) as Answer));
}

/** A command in parts, as it stands. */
export class PartedCommand<Part, Answer> {
  private readonly parts: Acting[] = [];

  constructor(
    private readonly acting: Acting,
    private readonly keptParts: ReadonlyMap<number, string>,
    /** What the request as a whole was answered with before. */
    readonly answer: Answer | undefined,
  ) {}

  /** What the first parts were answered with before, up to the first of which nothing is known. */
  get kept(): Part[] {
    const kept: Part[] = [];
    for (let text = this.keptParts.get(0); text !== undefined; text = this.keptParts.get(kept.length)) {
      kept.push(JSON.parse(text) as Part);
    }
    return kept;
  }

  /** Does a part: the answer of its command is kept under the key of the part, and given again where it was done before. */
  actAsPart<T>(part: number, work: () => Promise<T>): Promise<T> {
    const { idempotency } = this.acting;
    const acting: Acting = {
      ...this.acting,
      replayed: undefined,
      idempotency: idempotency && partOf(idempotency, part),
    };
    this.parts.push(acting);
    return actAs(acting, work);
  }

  /** Says that the answer is that of before, where each of its parts was. */
  markReplayed(): void {
    if (this.parts.every(({ replayed }) => replayed)) this.acting.replayed = true;
  }
}

/** Whether the problem is about the key of a request, and not about what the request wants. */
export function isAboutKey(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  const { idempotency_key_in_progress, idempotency_key_reused } = platformProblems;
  return [idempotency_key_in_progress, idempotency_key_reused].some((of) => of('').code === error.code);
}

/** With a blank, which keys of callers do not have. */
function partOf({ key, requestHash }: Idempotency, part: number): Idempotency {
  const own = `${key} part ${part}`;
  const short = own.length <= MOST_KEY ? own : `${createHash('sha256').update(key).digest('hex')} part ${part}`;
  return { key: short, requestHash };
}
