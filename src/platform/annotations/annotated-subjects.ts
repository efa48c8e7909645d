import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import type { Permission } from '../permissions/permission.js';

/** A type of records that carry tags, notes and external ids. */
export interface AnnotatedSubject {
  /** Such as `journal_entry`. */
  type: string;
  /** Needed to see what stands beside a record, and, with a permission for it, to add to it. */
  read: Permission;
  /**
   * Finds records by the organization and an array of ids, as `{ id, refusal }`, and holds them where they may go away.
   * The refusal says why nothing can be added to the record as it stands; null where it can.
   */
  hold: Statement;
  /** Finds records that have an external id of their own, by organization, source and external id, as `{ id }`. */
  ownExternalIds?: Statement;
}

/** What can be annotated: each module adds its own types when it starts. */
@Injectable()
export class AnnotatedSubjects {
  private readonly byType = new Map<string, AnnotatedSubject>();

  add(subject: AnnotatedSubject): void {
    if (this.byType.has(subject.type)) throw new Error(`There are two subjects called ${subject.type}.`);
    this.byType.set(subject.type, subject);
  }

  get(type: string): AnnotatedSubject | undefined {
    return this.byType.get(type);
  }

  get types(): string[] {
    return [...this.byType.keys()];
  }

  /** Those whose records may be read with these permissions. */
  readable(permissions: ReadonlySet<string>): AnnotatedSubject[] {
    return [...this.byType.values()].filter(({ read }) => permissions.has(read.name));
  }

  readableTypes(permissions: ReadonlySet<string>): string[] {
    return this.readable(permissions).map(({ type }) => type);
  }
}
