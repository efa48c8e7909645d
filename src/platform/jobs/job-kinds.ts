import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import type { Permission } from '../permissions/permission.js';

/** What a job was asked to do. */
export interface JobOrder {
  /** Of the job. */
  id: string;
  /** What its request decided beside the content, as it was given to `Jobs.request`. */
  arguments: unknown;
  /** What it works on, as it came. */
  content: Buffer;
}

/** What a job has made, in few words. */
export interface JobResult {
  /** Id of what it made, or of what was there already. */
  id: string;
  /** Path to read it at. */
  href: string;
  /** A sentence for people. */
  summary: string;
}

/** Does the last of a job in its transaction, which also says that the job has succeeded; once. */
export type CommitJob = (work: (transaction: Transaction) => Promise<JobResult>) => Promise<void>;

/** Long work that a request may ask for. */
export type JobKind = {
  /** `module.noun`; also the name of its task in the queue. */
  name: string;
  /** Whoever asked must hold it still when the job starts; also the action in the audit trail. */
  permission: Permission;
} & (JobInTransaction | JobAroundTransaction);

interface JobInTransaction {
  /**
   * Runs in one transaction, as who asked, with the permissions of now. What it changes and that it succeeded are
   * committed together. It is run again where its worker was lost; it says how far it is by `reportProgress`.
   */
  run: (order: JobOrder) => Promise<JobResult>;
}

interface JobAroundTransaction {
  /**
   * For work whose greater part is none of the database's, such as a file: runs outside a transaction, and gives `commit`
   * what is left. What it has made before counts for nothing unless that succeeds.
   */
  perform: (order: JobOrder, commit: CommitJob) => Promise<void>;
}

/** The long work of all modules; each adds its own when it starts. */
@Injectable()
export class JobKinds {
  private readonly kinds = new Map<string, JobKind>();

  add(kind: JobKind): void {
    if (this.kinds.has(kind.name)) throw new Error(`There are two kinds of job called ${kind.name}.`);
    this.kinds.set(kind.name, kind);
  }

  get all(): JobKind[] {
    return [...this.kinds.values()];
  }

  /** @throws Error for a kind that no module has declared */
  get(name: string): JobKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`There is no kind of job called ${name}.`);
    return kind;
  }
}
