import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import type { InLanguages } from '../mail/language.js';
import type { Permission } from '../permissions/permission.js';
import type { JsonValue } from './requests/canonical-json.js';

/** What somebody asks others to approve, as it is now. */
export interface SubmittedSubject {
  /** One line that says what it is. */
  title: string;
  /** In the functional currency; none where it is about no money. */
  amount: string | null;
  currency: string | null;
  legalEntityId: string | null;
  /** All that the approvers are shown and decide on. */
  content: { readonly [field: string]: JsonValue };
  /** Type of the record in the audit trail, such as `accounting.account`: whoever wrote it decides as little as whoever submits it. */
  recordType: string | null;
  /** What the module wants to know again when it carries it out. */
  context?: { readonly [field: string]: JsonValue };
}

/** An approved request, for the module that carries it out. */
export interface ApprovedRequest {
  id: string;
  subjectId: string;
  reason: string | null;
  context: Readonly<Record<string, JsonValue>>;
  /** The id that what comes of it is to have, where the kind makes something. */
  resultId: string | null;
}

/** A kind of things that people approve. */
export interface ApprovableSubject {
  /** Such as `journal_entry`. */
  kind: string;
  /** What is approved, for the words of refusals: `a journal entry`. */
  words: string;
  /** The same as a heading, for the notifications of people. */
  title: InLanguages<string>;
  /** Needed to submit it, besides the permission to submit anything. */
  submit: Permission;
  /** Whether it has an amount, so that policies may set a limit. */
  hasAmount: boolean;
  /** Whether an approval makes something that has an id of its own. */
  makesResult: boolean;
  /** Whether it is submitted with a reason. */
  needsReason: boolean;
  /** @throws Problem where a policy names a legal entity that there is not, with the pointer `/legalEntityId` */
  requireLegalEntity: (id: string) => Promise<void>;
  /**
   * Finds and holds the record, proves that it could be carried out, and says what it is. The context is that of the
   * submission, where there was one.
   *
   * @throws Problem where it cannot be carried out as it stands
   */
  load: (transaction: Transaction, id: string, asked: Asked) => Promise<SubmittedSubject>;
  /** Carries it out, in the transaction of the approval that decided. */
  release: (transaction: Transaction, request: ApprovedRequest) => Promise<void>;
}

export interface Asked {
  reason: string | null;
  /** Absent at the submission. */
  context?: Readonly<Record<string, JsonValue>>;
}

/** What can be approved: each module adds its own kinds when it starts. */
@Injectable()
export class ApprovableSubjects {
  private readonly byKind = new Map<string, ApprovableSubject>();

  add(subject: ApprovableSubject): void {
    if (this.byKind.has(subject.kind)) throw new Error(`There are two kinds of approvals called ${subject.kind}.`);
    this.byKind.set(subject.kind, subject);
  }

  get(kind: string): ApprovableSubject | undefined {
    return this.byKind.get(kind);
  }

  get kinds(): string[] {
    return [...this.byKind.keys()].sort();
  }
}
