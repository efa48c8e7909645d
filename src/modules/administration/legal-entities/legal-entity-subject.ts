import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnotatedSubjects } from '#platform/annotations/annotated-subjects.js';
import type { Statement } from '#platform/database/transaction.js';
import { administrationPermissions } from '../administration.permissions.js';

export const LEGAL_ENTITY = 'legal_entity';

const FIND: Statement = {
  name: 'find_annotated_legal_entities',
  text: 'SELECT id, NULL AS refusal FROM administration.legal_entity WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

/** Tags, notes and external ids of legal entities. */
@Injectable()
export class LegalEntitySubject implements OnModuleInit {
  constructor(private readonly subjects: AnnotatedSubjects) {}

  onModuleInit(): void {
    this.subjects.add({ type: LEGAL_ENTITY, read: administrationPermissions.readLegalEntities, hold: FIND });
  }
}
