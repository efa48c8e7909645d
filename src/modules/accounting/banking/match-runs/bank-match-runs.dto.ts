import { AtInstant, Code, Count, List, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_LINES = 2_147_483_647;

/** Refusals that a run keeps. */
export const MOST_REFUSALS = 100;

export class BankMatchRefusal {
  @Ref({ example: exampleId })
  statementLineId: string;

  @Code(100, { example: 'period_closed', description: 'The code of the problem.' })
  problemCode: string;

  @Text(4000, { example: 'The period 2026-01 is closed.', description: 'What the problem says.' })
  detail: string;
}

export class BankMatchRunView {
  @Ref({ example: exampleId, description: 'Also the id of the job.' })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Count(0, MOST_LINES, { example: 250, description: 'Unmatched lines that were looked at.' })
  lines: number;

  @Count(0, MOST_LINES, { example: 231, description: 'Those that something was found for.' })
  suggested: number;

  @Count(0, MOST_LINES, { example: 180, description: 'Suggestions that were accepted without anybody.' })
  accepted: number;

  @Count(0, MOST_LINES, {
    example: 1,
    description: 'Suggestions that were to be accepted without anybody, and were refused; they wait.',
  })
  refused: number;

  @Ref({ example: exampleId, description: 'Who asked for it.' })
  startedBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  startedAt: string;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:20.000Z', description: 'Null while it runs, or is lost.' })
  endedAt: string | null;
}

export class BankMatchRunDetailView extends BankMatchRunView {
  @List(() => BankMatchRefusal, { max: MOST_REFUSALS, description: 'Why; the first hundred.' })
  refusals: BankMatchRefusal[];
}

export class BankMatchRunList extends ListOf(BankMatchRunView) {}
