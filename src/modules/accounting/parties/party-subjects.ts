import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '#platform/database/transaction.js';
import { DocumentSubjects } from '../attachments/document-subjects.js';
import { partyPermissions } from './parties.permissions.js';

const PARTY = 'party';

/** Waits for a merge, and makes one wait. */
const HOLD_PARTIES: Statement = {
  name: 'hold_annotated_parties',
  text: `
    SELECT id, CASE WHEN survivor_id IS NOT NULL THEN 'The party was merged into ' || survivor_id || ': add it to that.' END AS refusal
    FROM accounting.party WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
};
const PARTIES_WITH_EXTERNAL_ID: Statement = {
  name: 'parties_with_external_id',
  text: `
    SELECT DISTINCT coalesce(s.survivor_id, s.id) AS id
    FROM accounting.party_external_id e
    JOIN accounting.party s ON s.organization_id = e.organization_id AND s.id = e.party_id
    WHERE e.organization_id = $1 AND e.source = $2 AND e.external_id = $3 ORDER BY 1 LIMIT 900`,
};

/** Tags, notes, external ids and files of parties. */
@Injectable()
export class PartySubjects implements OnModuleInit {
  constructor(private readonly documents: DocumentSubjects) {}

  onModuleInit(): void {
    const { readParties: read, manageParties: attach } = partyPermissions;
    this.documents.add({ type: PARTY, read, attach, hold: HOLD_PARTIES, ownExternalIds: PARTIES_WITH_EXTERNAL_ID });
  }
}
