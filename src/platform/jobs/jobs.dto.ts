import { AtInstant, Choice, Code, Count, Nested, Ref, Text } from '#platform/http/fields/fields.js';
import { ProblemView } from '#platform/http/openapi/problem.view.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { JobResult } from './job-kinds.js';
import { type JobState, jobStates } from './job-state.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST = 2_147_483_647;

export class JobProgressView {
  @Code(100, {
    nullable: true,
    example: 'posting',
    description: 'What is being done; null before the first step. New words may appear.',
  })
  step: string | null;

  @Count(0, MOST, { example: 1200, description: 'What of the step is done.' })
  done: number;

  @Count(0, MOST, { nullable: true, example: 4000, description: 'Of how many, where that is known.' })
  outOf: number | null;
}

export class JobResultView {
  @Ref({ example: exampleId, description: 'What was made, or what was there already.' })
  id: string;

  @Text(500, { example: `/v1/accounting/imports/${exampleId}`, description: 'Path to read it at.' })
  href: string;

  @Text(500, { example: '120 entries were posted.' })
  summary: string;
}

/** A row as the database gives it. */
export interface JobRow {
  id: string;
  kind: string;
  state: JobState;
  step: string | null;
  done: number | null;
  outOf: number | null;
  attempts: number;
  result: JobResult | null;
  problem: ProblemView | null;
  actorId: string;
  requestId: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  updatedAt: Date;
}

export class JobView {
  @Ref({ example: exampleId })
  id: string;

  @Text(101, {
    example: 'accounting.sie_import',
    description: 'What is to be done, written `module.noun`. New kinds may appear.',
  })
  kind: string;

  @Choice(jobStates, {
    name: 'JobState',
    example: 'running',
    description:
      '`cancelling`: it was cancelled while it ran and stops at its next step; it never succeeds any more. `succeeded`, `failed` and `cancelled` are the ends: what it did is kept after the first and taken back after the others.',
  })
  state: JobState;

  @Nested(() => JobProgressView, { nullable: true, description: 'Of the present attempt; null before the first.' })
  progress: JobProgressView | null;

  @Count(0, MOST, {
    example: 1,
    description:
      'How often it was begun. It is begun again where its worker was lost or something stood in the way that passes by itself.',
  })
  attempts: number;

  @Nested(() => JobResultView, { nullable: true, description: 'Of one that succeeded.' })
  result: JobResultView | null;

  @Nested(() => ProblemView, {
    nullable: true,
    description:
      'Why it failed: the refusal that its request would have been answered with, with the line of each fault in a file.',
  })
  problem: ProblemView | null;

  @Ref({ example: exampleId, description: 'The person or API key that asked for it; it runs with their permissions.' })
  actorId: string;

  @Ref({ example: exampleId, description: 'The request that asked for it.' })
  requestId: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:01.000Z', description: 'Begin of the last attempt.' })
  startedAt: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:09.000Z' })
  endedAt: string | null;

  @AtInstant({ example: '2026-01-31T08:30:09.000Z', description: 'The last change but that of its progress.' })
  updatedAt: string;

  static from(row: JobRow): JobView {
    const { id, kind, state, step, done, outOf, attempts, result, problem, actorId, requestId } = row;
    const progress = done === null ? null : { step, done, outOf };
    const [startedAt, endedAt] = [instantOf(row.startedAt), instantOf(row.endedAt)];
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const times = { createdAt, startedAt, endedAt, updatedAt };
    return { id, kind, state, progress, attempts, result, problem, actorId, requestId, ...times };
  }
}

export class JobList extends ListOf(JobView) {}

const instantOf = (at: Date | null) => at?.toISOString() ?? null;
