import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Transaction } from '../../database/transaction.js';
import type { Permission } from '../../permissions/permission.js';

/** How long what is attached has to be kept: so many years from the day, by its class. */
export interface Retention {
  retentionClass: string;
  from: CalendarDate;
}

/** A record that files are attached to. */
export interface AttachableRecord {
  /** Why nothing can be attached to it as it stands, if so. */
  refusal?: string;
  /** None where a file may go as soon as it is detached. */
  retention?: Retention;
}

/** A type of records that files can be attached to. */
export interface AttachableSubject {
  /** Such as `journal_entry`. */
  type: string;
  /** Needed to see what is attached, and the files. */
  read: Permission;
  /** Needed to attach and detach. */
  attach: Permission;
  /** Finds the record in the organization, and holds it where it may go away; `undefined` when there is none. */
  find: (transaction: Transaction, id: string) => Promise<AttachableRecord | undefined>;
}

/** What files can be attached to: each module adds its own types when it starts. */
@Injectable()
export class AttachableSubjects {
  private readonly byType = new Map<string, AttachableSubject>();

  add(subject: AttachableSubject): void {
    if (this.byType.has(subject.type)) throw new Error(`There are two subjects called ${subject.type}.`);
    this.byType.set(subject.type, subject);
  }

  get(type: string): AttachableSubject | undefined {
    return this.byType.get(type);
  }

  get types(): string[] {
    return [...this.byType.keys()];
  }

  /** Types whose attachments may be seen with these permissions. */
  readableTypes(permissions: ReadonlySet<string>): string[] {
    return [...this.byType.values()].filter(({ read }) => permissions.has(read.name)).map(({ type }) => type);
  }
}
