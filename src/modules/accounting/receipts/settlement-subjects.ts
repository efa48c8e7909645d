import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '#platform/database/transaction.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { DocumentSubjects } from '../attachments/document-subjects.js';
import { receiptPermissions } from './receipts.permissions.js';

/** What was recorded never goes away; what is wrong is reversed. */
const FIND_RECEIPTS: Statement = {
  name: 'find_annotated_receipts',
  text: `
    SELECT id, NULL AS refusal FROM accounting.settlement
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'receipt'`,
};
const FIND_REFUNDS: Statement = {
  name: 'find_annotated_refunds',
  text: `
    SELECT id, NULL AS refusal FROM accounting.settlement
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'refund'`,
};
const FIND_WRITE_OFFS: Statement = {
  name: 'find_annotated_write_offs',
  text: `
    SELECT id, NULL AS refusal FROM accounting.settlement
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = 'write_off'`,
};
/** By legal entity, as the key of external ids begins. */
const RECEIPTS_WITH_EXTERNAL_ID: Statement = {
  name: 'receipts_with_external_id',
  text: `
    SELECT s.id FROM administration.legal_entity l
    JOIN accounting.settlement s
      ON s.organization_id = l.organization_id AND s.legal_entity_id = l.id AND s.kind = 'receipt'
         AND s.external_source = $2 AND s.external_id = $3
    WHERE l.organization_id = $1 ORDER BY s.id LIMIT 900`,
};
const REFUNDS_WITH_EXTERNAL_ID: Statement = {
  name: 'refunds_with_external_id',
  text: `
    SELECT s.id FROM administration.legal_entity l
    JOIN accounting.settlement s
      ON s.organization_id = l.organization_id AND s.legal_entity_id = l.id AND s.kind = 'refund'
         AND s.external_source = $2 AND s.external_id = $3
    WHERE l.organization_id = $1 ORDER BY s.id LIMIT 900`,
};
/** Write-offs have no entry of their own, but a day as the others do. */
const END_OF_YEAR: Statement = {
  name: 'end_of_year_of_settlement',
  text: `
    SELECT y.ends_on AS "endsOn" FROM accounting.settlement s
    JOIN accounting.fiscal_year y
      ON y.organization_id = s.organization_id AND y.legal_entity_id = s.legal_entity_id
         AND y.starts_on <= s.settled_on AND y.ends_on >= s.settled_on
    WHERE s.organization_id = $1 AND s.id = $2`,
};

const { recordReceipts, recordRefunds, writeOff } = receiptPermissions;
const settlements = [
  { type: 'receipt', attach: recordReceipts, hold: FIND_RECEIPTS, ownExternalIds: RECEIPTS_WITH_EXTERNAL_ID },
  { type: 'refund', attach: recordRefunds, hold: FIND_REFUNDS, ownExternalIds: REFUNDS_WITH_EXTERNAL_ID },
  { type: 'write_off', attach: writeOff, hold: FIND_WRITE_OFFS },
] as const;

/** Tags, notes, external ids and files of receipts, refunds and write-offs; files are kept as long as the books. */
@Injectable()
export class SettlementSubjects implements OnModuleInit {
  constructor(private readonly documents: DocumentSubjects) {}

  onModuleInit(): void {
    const read = accountingPermissions.readEntries;
    for (const settlement of settlements) this.documents.add({ read, keptFrom: END_OF_YEAR, ...settlement });
  }
}
