import { Flag, OnDate, Text } from '#platform/http/fields/fields.js';

export class ReverseJournalEntry {
  @OnDate({
    optional: true,
    example: '2026-02-01',
    description:
      'Date of the reversal, in an open period, not before the original; the date of the original where left out.',
  })
  entryDate?: string;

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the reversal goes to the adjustment period; where left out, a reversal on the date of its original goes to the same period.',
  })
  adjustment?: boolean;

  @Text(500, {
    optional: true,
    example: 'Posted to the wrong account',
    description: 'Names the original where left out.',
  })
  description?: string;

  @Text(500, {
    optional: true,
    example: 'Agreed with the auditor',
    description: 'As for a new entry: why it belongs into a softly closed period.',
  })
  softCloseReason?: string;
}
