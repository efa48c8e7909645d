import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { OnDate, Ref } from '#platform/http/fields/fields.js';
import { openItemEvents } from './open-items/open-items.events.js';
import { partyEvents } from './parties/parties.events.js';
import { revaluationEvents } from './revaluation/revaluation.events.js';
import { taxEvents } from './tax/tax.events.js';
import { receiptEvents } from './receipts/receipts.events.js';
import { receivablesEvents } from './receivables/receivables.events.js';
import { dunningEvents } from './dunning/dunning.events.js';
import { frontOfficeEvents } from './front-office/front-office.events.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const legalEntityId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';

class JournalEntryPostedData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  journalEntryId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;
}

class FiscalPeriodData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  fiscalPeriodId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13' })
  fiscalYearId: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-01-31' })
  endsOn: string;
}

class FiscalYearData {
  @Ref({ example: exampleId, description: 'Also the subject of the event.' })
  fiscalYearId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-12-31' })
  endsOn: string;

  @Ref({
    nullable: true,
    example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
    description: 'The entry that carried the result; null where there was nothing to carry.',
  })
  closingEntryId: string | null;
}

const periodExample = {
  fiscalPeriodId: exampleId,
  legalEntityId,
  fiscalYearId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
  startsOn: '2026-01-01',
  endsOn: '2026-01-31',
};
const yearExample = {
  fiscalYearId: exampleId,
  legalEntityId,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  closingEntryId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13',
};

const ofPeriod = (type: string, description: string): EventDeclaration<FiscalPeriodData> => {
  return { type, description, data: FiscalPeriodData, example: periodExample };
};
const ofYear = (type: string, description: string): EventDeclaration<FiscalYearData> => {
  return { type, description, data: FiscalYearData, example: yearExample };
};

/** What became of a period, by what was done. */
export const periodEvents = {
  open: ofPeriod('accounting.fiscal_period.opened.v1', 'A period that lay ahead takes entries now.'),
  close: ofPeriod(
    'accounting.fiscal_period.closed.v1',
    'A period takes entries only with the permission for it and a reason.',
  ),
  reopen: ofPeriod('accounting.fiscal_period.reopened.v1', 'A closed period takes entries again.'),
  lock: ofPeriod('accounting.fiscal_period.locked.v1', 'A period takes no entries any more: its figures are final.'),
} as const satisfies Record<string, EventDeclaration<FiscalPeriodData>>;

export const accountingEvents = {
  journalEntryPosted: {
    // Written by the function that appends entries, together with them.
    type: 'accounting.journal_entry.posted.v1',
    description:
      'An entry was posted, by hand, by import, by a schedule or as the reversal of another. It never changes; `GET /v1/accounting/journal-entries/{id}` has its lines.',
    data: JournalEntryPostedData,
    example: { journalEntryId: exampleId, legalEntityId, entryDate: '2026-01-31' },
  },
  fiscalYearClosed: ofYear('accounting.fiscal_year.closed.v1', 'A fiscal year was closed and its result carried.'),
  fiscalYearReopened: ofYear(
    'accounting.fiscal_year.reopened.v1',
    'A closed fiscal year takes entries again; the entry that carried its result is reversed.',
  ),
  ...periodEvents,
  ...openItemEvents,
  ...partyEvents,
  ...taxEvents,
  ...receiptEvents,
  ...receivablesEvents,
  ...frontOfficeEvents,
  ...dunningEvents,
  ...revaluationEvents,
} as const;
