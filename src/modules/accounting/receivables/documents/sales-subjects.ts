import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '#platform/database/transaction.js';
import { DocumentSubjects } from '../../attachments/document-subjects.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { salesKinds } from './sales-document.js';

/** Issued documents never go away. */
const FIND_INVOICES: Statement = {
  name: 'find_annotated_invoices',
  text: `
    SELECT id, NULL AS refusal FROM accounting.sales_document
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'invoice'`,
};
const FIND_CREDIT_NOTES: Statement = {
  name: 'find_annotated_credit_notes',
  text: `
    SELECT id, NULL AS refusal FROM accounting.sales_document
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'credit_note'`,
};
const INVOICES_WITH_EXTERNAL_ID: Statement = {
  name: 'invoices_with_external_id',
  text: `
    SELECT id FROM accounting.sales_document
    WHERE organization_id = $1 AND external_source = $2 AND external_id = $3 AND kind = 'invoice'`,
};
const CREDIT_NOTES_WITH_EXTERNAL_ID: Statement = {
  name: 'credit_notes_with_external_id',
  text: `
    SELECT id FROM accounting.sales_document
    WHERE organization_id = $1 AND external_source = $2 AND external_id = $3 AND kind = 'credit_note'`,
};
const END_OF_YEAR: Statement = {
  name: 'end_of_year_of_sales_document',
  text: `
    SELECT y.ends_on AS "endsOn" FROM accounting.sales_document d
    JOIN accounting.journal_entry e ON e.organization_id = d.organization_id AND e.id = d.entry_id
    JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.id = e.fiscal_year_id
    WHERE d.organization_id = $1 AND d.id = $2`,
};

const statements = {
  invoice: { hold: FIND_INVOICES, ownExternalIds: INVOICES_WITH_EXTERNAL_ID },
  credit_note: { hold: FIND_CREDIT_NOTES, ownExternalIds: CREDIT_NOTES_WITH_EXTERNAL_ID },
} as const;

/** Tags, notes, external ids and files of invoices and credit notes; files are kept as long as the books. */
@Injectable()
export class SalesSubjects implements OnModuleInit {
  constructor(private readonly documents: DocumentSubjects) {}

  onModuleInit(): void {
    const { readSales: read, issueSales: attach } = receivablesPermissions;
    for (const type of salesKinds) {
      this.documents.add({ type, read, attach, ...statements[type], keptFrom: END_OF_YEAR });
    }
  }
}
