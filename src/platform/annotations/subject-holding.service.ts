import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '../database/transaction.js';
import { platformProblems } from '../http/platform.problems.js';
import { annotationProblems } from './annotations.problems.js';
import { type AnnotatedSubject, AnnotatedSubjects } from './annotated-subjects.js';

/** Proves that there are the records that something is added to, and keeps them there until the transaction ends. */
@Injectable()
export class SubjectHolding {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  /** @throws Problem record_unknown, record_not_annotatable, forbidden */
  async holdOne(transaction: Transaction, type: string, id: string): Promise<AnnotatedSubject> {
    return this.hold(transaction, type, [id], () => '/subjectId');
  }

  /** @throws Problem record_unknown with a finding for each, record_not_annotatable, forbidden */
  async holdAll(transaction: Transaction, type: string, ids: readonly string[]): Promise<AnnotatedSubject> {
    return this.hold(transaction, type, ids, (at) => `/subjectIds/${at}`);
  }

  private async hold(
    transaction: Transaction,
    type: string,
    ids: readonly string[],
    pointerOf: (at: number) => string,
  ): Promise<AnnotatedSubject> {
    const subject = this.subjects.get(type);
    if (!subject)
      throw unknown([finding('/subjectType', `Records of these types: ${this.subjects.types.join(', ')}.`)]);
    const { organizationId, acting } = transaction;
    const { name } = subject.read;
    if (!acting.permissions.has(name)) throw platformProblems.forbidden(`This needs the permission ${name}.`);
    const values = [organizationId, ids];
    const rows = await transaction.rows<{ id: string; refusal: string | null }>(subject.hold, values);
    const found = new Map(rows.map((row) => [row.id, row.refusal]));
    const missing = ids.flatMap((id, at) =>
      found.has(id) ? [] : [finding(pointerOf(at), `There is no ${type} ${id}.`)],
    );
    if (missing.length > 0) throw unknown(missing);
    const refused = ids.flatMap((id, at) => {
      const refusal = found.get(id);
      return refusal ? [{ pointer: pointerOf(at), code: 'record_not_annotatable', message: refusal }] : [];
    });
    if (refused.length > 0) throw annotationProblems.record_not_annotatable(refused[0]!.message, refused);
    return subject;
  }
}

const finding = (pointer: string, message: string): ProblemError => ({ pointer, code: 'record_unknown', message });

function unknown(findings: ProblemError[]): Error {
  const detail = findings.length === 1 ? findings[0]!.message : `${findings.length} records are not there; see errors.`;
  return annotationProblems.record_unknown(detail, findings);
}
