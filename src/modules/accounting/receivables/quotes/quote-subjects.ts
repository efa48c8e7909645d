import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import { AnnotationMoves } from '#platform/annotations/annotation-moves.service.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type AttachableRecord, AttachableSubjects } from '#platform/files/attachments/attachable-subjects.js';
import { AttachmentsService } from '#platform/files/attachments/attachments.service.js';
import { receivablesPermissions } from '../receivables.permissions.js';

export const QUOTE = 'quote';

/** Waits for a deletion of one that was not sent, and makes one wait. */
const HOLD_QUOTES: Statement = {
  name: 'hold_annotated_quotes',
  text: `
    SELECT id, NULL AS refusal FROM accounting.quote
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};

/** Tags, notes, external ids and files of quotes. */
@Injectable()
export class QuoteSubjects implements OnModuleInit {
  constructor(
    private readonly annotated: AnnotatedSubjects,
    private readonly attachable: AttachableSubjects,
    private readonly annotations: AnnotationMoves,
    private readonly attachments: AttachmentsService,
  ) {}

  onModuleInit(): void {
    const { readSales: read, manageSalesDrafts: attach } = receivablesPermissions;
    this.annotated.add({ type: QUOTE, read, hold: HOLD_QUOTES });
    this.attachable.add({ type: QUOTE, read, attach, find });
  }

  /** Lets go of a quote that is about to be deleted. */
  async release(transaction: Transaction, subjectId: string): Promise<void> {
    const subject = { subjectType: QUOTE, subjectId };
    await this.attachments.release(transaction, subject, 'The quote was deleted');
    await this.annotations.release(transaction, subject);
  }
}

async function find(transaction: Transaction, id: string): Promise<AttachableRecord | undefined> {
  const [quote] = await transaction.rows<object>(HOLD_QUOTES, [transaction.organizationId, [id]]);
  return quote && {};
}
