import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import { AnnotationMoves } from '#platform/annotations/annotation-moves.service.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type AttachableRecord, AttachableSubjects } from '#platform/files/attachments/attachable-subjects.js';
import { AttachmentsService } from '#platform/files/attachments/attachments.service.js';
import { RECORDS } from '../../attachments/entry-attachments.js';
import { taxPermissions } from '../tax.permissions.js';

export const TAX_RETURN = 'tax_return';

/** Waits for one that is discarded before it is filed, and makes that wait. */
const HOLD_RETURNS: Statement = {
  name: 'hold_annotated_tax_returns',
  text: `
    SELECT id, NULL AS refusal FROM accounting.tax_return
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};
const HOLD_RETURN: Statement = {
  name: 'hold_tax_return_for_attachment',
  text: `
    SELECT coalesce(
             (SELECT y.ends_on FROM accounting.fiscal_year y
              WHERE y.organization_id = r.organization_id AND y.legal_entity_id = r.legal_entity_id
                AND y.starts_on <= r.ends_on AND y.ends_on >= r.ends_on), r.ends_on) AS "endsOn"
    FROM accounting.tax_return r WHERE r.organization_id = $1 AND r.id = $2 FOR SHARE OF r`,
};

/** Tags, notes, external ids and files of tax returns: files are kept as long as the books. */
@Injectable()
export class TaxReturnSubjects implements OnModuleInit {
  constructor(
    private readonly annotated: AnnotatedSubjects,
    private readonly attachable: AttachableSubjects,
    private readonly annotations: AnnotationMoves,
    private readonly attachments: AttachmentsService,
  ) {}

  onModuleInit(): void {
    const { readTaxes: read, prepareTaxReturns: attach } = taxPermissions;
    this.annotated.add({ type: TAX_RETURN, read, hold: HOLD_RETURNS });
    this.attachable.add({ type: TAX_RETURN, read, attach, find });
  }

  /** Lets go of a return that is about to be discarded. */
  async release(transaction: Transaction, subjectId: string): Promise<void> {
    const subject = { subjectType: TAX_RETURN, subjectId };
    await this.attachments.release(transaction, subject, 'The return was discarded');
    await this.annotations.release(transaction, subject);
  }
}

async function find(transaction: Transaction, id: string): Promise<AttachableRecord | undefined> {
  const values = [transaction.organizationId, id];
  const [found] = await transaction.rows<{ endsOn: CalendarDate }>(HOLD_RETURN, values);
  return found && { retention: { retentionClass: RECORDS, from: found.endsOn } };
}
