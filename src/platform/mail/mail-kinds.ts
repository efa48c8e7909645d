import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import type { Language } from './language.js';
import type { MailContent } from './mail-content.js';

/** A mail that is about to be sent. */
export interface DueMail {
  readonly id: string;
  readonly kind: string;
  readonly sourceId: string;
  /** Absent where it goes to somebody who is invited. */
  readonly personId: string | null;
  readonly language: Language;
}

/** A reason to send mail. */
export interface MailKind {
  name: string;
  /** What it says now; undefined where there is nothing to say any more: the cause is over. */
  compose: (transaction: Transaction, mail: DueMail) => Promise<MailContent | undefined>;
}

/** The kinds of mail of all modules; each adds its own when it starts. */
@Injectable()
export class MailKinds {
  private readonly kinds = new Map<string, MailKind>();

  add(kind: MailKind): void {
    if (this.kinds.has(kind.name)) throw new Error(`There are two kinds of mail called ${kind.name}.`);
    this.kinds.set(kind.name, kind);
  }

  get(name: string): MailKind | undefined {
    return this.kinds.get(name);
  }
}
