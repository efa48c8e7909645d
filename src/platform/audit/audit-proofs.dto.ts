import { ApiProperty } from '@nestjs/swagger';
import { AtInstant, Code, Count, List, Text, Values } from '#platform/http/fields/fields.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { MOST_SEALS, root } from './audit-chain.dto.js';

/** Seals and digests of one proof. */
export const MOST_SEALS_PROVED = 500;
export const MOST_DIGESTS_PROVED = 20_000;
/** Of one seal. */
const MOST_DIGESTS_SEALED = 100_000;

const exampleHash = '6f1ed002ab5595859014ebf0951522d98c1f2f5a1d9a7bb3a1f7a6a1b7f1d0c3';
const exampleDigest = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const position = countRule(1, MOST_SEALS);
const digest = codeRule({ max: 64, ...root });

export class GetAuditProofQuery {
  @Text(100, {
    example: 'platform.audit_entry',
    description: 'What the record is: `platform.audit_entry` or `accounting.journal_entry`.',
  })
  recordType: string;

  @Code(36, {
    pattern: '^(?:[0-9]{1,18}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
    words: 'a whole number or an id in lower case',
    example: '4711',
    description: 'Which one: its `id`.',
  })
  id: string;

  @Count(1, MOST_SEALS, {
    optional: true,
    example: 172,
    description:
      'The seal whose root you kept; not before that of the record. The last one, or as far as one answer reaches, where left out.',
  })
  sequence?: number;
}

export class AuditSealView {
  @Count(1, MOST_SEALS, { example: 172 })
  sequence: number;

  @Text(100, { example: 'platform.audit_entry', description: 'Type of the sealed records.' })
  recordType: string;

  @ApiProperty({
    type: String,
    example: '',
    description: 'Series that the places are of: the journal and the fiscal year of journal entries, empty otherwise.',
  })
  series: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  sealedAt: string;

  @Count(0, MOST_SEALS, {
    example: 1_769_848_200_000_000,
    description: 'The same in microseconds since 1970, as it is hashed.',
  })
  sealedAtMicroseconds: number;

  @Values(position, {
    max: MOST_DIGESTS_SEALED,
    example: [4710, 4711],
    description: 'The sealed records: ids of audit entries, or numbers of journal entries.',
  })
  places: number[];

  @Values(digest, {
    max: MOST_DIGESTS_SEALED,
    example: [exampleHash, exampleDigest],
    description: 'Their SHA-256 digests, in the same order.',
  })
  digests: string[];

  @Code(64, { ...root, example: exampleHash, description: 'Follows from all above and the root before.' })
  rootHash: string;
}

export class AuditProofView {
  @Text(100, { example: 'platform.audit_entry' })
  recordType: string;

  @Text(36, { example: '4711' })
  id: string;

  @ApiProperty({
    type: String,
    example: '["0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11", 4711, "accounting.account"]',
    description:
      'The record as it is now, as the text whose digest is sealed. Personal values of audit entries stand in it as commitments, whether they were erased or not.',
  })
  content: string;

  @Code(64, {
    ...root,
    example: exampleDigest,
    description: 'What was sealed of it: the SHA-256 of `content` in UTF-8, unless that was changed.',
  })
  digest: string;

  @Count(1, MOST_SEALS, { example: 4711, description: 'Its place in the series of the first seal.' })
  place: number;

  @Count(0, MOST_DIGESTS_SEALED, {
    example: 1,
    description: 'Where `place` and `digest` stand in the first seal, counted from 0.',
  })
  position: number;

  @Code(64, {
    ...root,
    example: '0'.repeat(64),
    description: 'Root of the seal before the first of these; zeros where it is the first of all.',
  })
  previousRootHash: string;

  @List(() => AuditSealView, {
    max: MOST_SEALS_PROVED,
    description: 'The seal of the record and all after it up to `sequence`.',
  })
  seals: AuditSealView[];

  @Count(1, MOST_SEALS, { example: 172, description: 'Number of the last of these seals.' })
  sequence: number;

  @Code(64, { ...root, example: exampleHash, description: 'Root of the last of these seals: compare it with yours.' })
  rootHash: string;
}
