import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { PostingPlanner } from '../journal/posting-planner.service.js';
import { importRights } from '../journal/posting-rights.js';

/** Entries that are planned in one go. */
const MOST_AT_ONCE = 500;

/** An entry to post, and where the file has it. */
export interface FilePosting {
  request: PostingRequest;
  /** Tells the entry apart in the file, where it brings no key of its own. */
  key?: string;
  /** Line of the entry; undefined where the file has no lines. */
  lineNumber?: number;
  /** Lines of the lines of the entry, where each has one. */
  lineNumbers?: readonly number[];
  /** Where the body of the request has it, where it is no file. */
  pointer?: string;
}

export type FilePlan =
  { entries: PlannedEntry[]; errors?: undefined } | { entries?: undefined; errors: ProblemError[] };

/** Plans what a file wants posted, all of it; each error with its line. */
@Injectable()
export class ImportPlanner {
  constructor(private readonly planner: PostingPlanner) {}

  /** In parts, between which other requests get their turn. */
  async plan(transaction: Transaction, postings: readonly FilePosting[]): Promise<FilePlan> {
    const entries: PlannedEntry[] = [];
    const errors: ProblemError[] = [];
    for (let first = 0; first < postings.length; first += MOST_AT_ONCE) {
      const part = postings.slice(first, first + MOST_AT_ONCE);
      const wishes = part.map(({ request }) => ({ request, rights: importRights, pointer: '' }));
      const plans = await this.planner.plan(transaction, wishes);
      plans.forEach((plan, index) => {
        if (plan.entry) entries.push(plan.entry);
        else errors.push(...placedOnce(plan.errors, part[index]!));
      });
    }
    return errors.length > 0 ? { errors } : { entries };
  }
}

/** What both lines of an entry are told is told once where they stand on one line of the file. */
function placedOnce(errors: readonly ProblemError[], posting: FilePosting): ProblemError[] {
  const told = errors.map((error) => placed(error, posting));
  const first = ({ line, message }: ProblemError) => told.find((one) => one.line === line && one.message === message);
  return told.filter((error) => error.line === undefined || first(error) === error);
}

function placed(error: ProblemError, { lineNumber, lineNumbers, pointer }: FilePosting): ProblemError {
  if (pointer !== undefined) return { ...error, pointer: `${pointer}${error.pointer}` };
  const [, index] = /^\/lines\/(\d+)/.exec(error.pointer) ?? [];
  const line = (index === undefined ? undefined : lineNumbers?.[Number(index)]) ?? lineNumber;
  return { ...error, pointer: '', line };
}
