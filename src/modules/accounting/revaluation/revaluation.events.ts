import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { OnDate, Ref } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class RevaluationData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  revaluationRunId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-31' })
  asOf: string;

  @Ref({ example: exampleId, description: 'The entry that was posted.' })
  entryId: string;
}

const example = {
  revaluationRunId: exampleId,
  legalEntityId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12',
  asOf: '2026-01-31',
  entryId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
};

export const revaluationEvents = {
  revaluationPosted: {
    type: 'accounting.revaluation.posted.v1',
    description: 'What is open in foreign currencies was valued at the rates of a day.',
    data: RevaluationData,
    example,
  },
  revaluationUndone: {
    type: 'accounting.revaluation.undone.v1',
    description: 'A revaluation was taken back on its own day.',
    data: RevaluationData,
    example,
  },
} as const satisfies Record<string, EventDeclaration<RevaluationData>>;
