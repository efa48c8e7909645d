import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { DocumentSubjects } from '../../attachments/document-subjects.js';
import { taxPermissions } from '../tax.permissions.js';

export const TAX_RETURN = 'tax_return';

/** Waits for one that is discarded before it is filed, and makes that wait. */
const HOLD_RETURNS: Statement = {
  name: 'hold_annotated_tax_returns',
  text: `
    SELECT id, NULL AS refusal FROM accounting.tax_return
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};
const END_OF_YEAR: Statement = {
  name: 'end_of_year_of_tax_return',
  text: `
    SELECT coalesce(
             (SELECT y.ends_on FROM accounting.fiscal_year y
              WHERE y.organization_id = r.organization_id AND y.legal_entity_id = r.legal_entity_id
                AND y.starts_on <= r.ends_on AND y.ends_on >= r.ends_on), r.ends_on) AS "endsOn"
    FROM accounting.tax_return r WHERE r.organization_id = $1 AND r.id = $2`,
};

/** Tags, notes, external ids and files of tax returns: files are kept as long as the books. */
@Injectable()
export class TaxReturnSubjects implements OnModuleInit {
  constructor(private readonly documents: DocumentSubjects) {}

  onModuleInit(): void {
    const { readTaxes: read, prepareTaxReturns: attach } = taxPermissions;
    this.documents.add({ type: TAX_RETURN, read, attach, hold: HOLD_RETURNS, keptFrom: END_OF_YEAR });
  }

  /** Lets go of a return that is about to be discarded. */
  async release(transaction: Transaction, subjectId: string): Promise<void> {
    await this.documents.release(transaction, TAX_RETURN, subjectId, 'The return was discarded');
  }
}
