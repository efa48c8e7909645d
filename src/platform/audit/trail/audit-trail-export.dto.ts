import { AtInstant } from '#platform/http/fields/fields.js';

export class ExportAuditTrailQuery {
  @AtInstant({
    optional: true,
    example: '2026-01-01T00:00:00.000Z',
    description: 'Entries recorded from then on; from the first one where left out.',
  })
  from?: string;

  @AtInstant({
    optional: true,
    example: '2027-01-01T00:00:00.000Z',
    description: 'Entries recorded before; up to the last one where left out.',
  })
  before?: string;
}
