import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from './account-type.js';
import type { Journal } from './journal.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateJournal {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'SALES', description: 'Unique in the legal entity and fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: 'Sales journal' })
  name: string;
}

class EditableJournalFields extends PickType(CreateJournal, ['name']) {
  @Choice(activeStatuses, {
    name: 'JournalStatus',
    example: 'active',
    description: 'An inactive journal takes no entries. `GENERAL`, `OPENING` and `RECEIPTS` stay active.',
  })
  status: ActiveStatus;
}

export class UpdateJournal extends PartialType(EditableJournalFields) {}

export class JournalView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(20, { example: 'SALES', description: 'Journals of imported books carry the names of the series in the file.' })
  code: string;

  @Text(200, { example: 'Sales journal' })
  name: string;

  @Choice(activeStatuses, { name: 'JournalStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(journal: Journal): JournalView {
    const { id, legalEntityId, code, name, status, version } = journal;
    const [createdAt, updatedAt] = [journal.createdAt.toISOString(), journal.updatedAt.toISOString()];
    return { id, legalEntityId, code, name, status, version, createdAt, updatedAt };
  }
}

export class JournalList extends ListOf(JournalView) {}
