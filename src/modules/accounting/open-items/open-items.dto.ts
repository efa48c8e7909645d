import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { MAX_LINES } from '../journal/journal-lines.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const itemControls = ['receivable', 'payable'] as const;
export type ItemControl = (typeof itemControls)[number];

export const itemStatuses = ['open', 'partly_settled', 'settled'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

export class OpenItemView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'Whose it is; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Choice(itemControls, { name: 'OpenItemControl', example: 'receivable' })
  control: ItemControl;

  @Code(20, { example: '1100', description: 'The control account that it stands on.' })
  accountCode: string;

  @Ref({ example: exampleId, description: 'The journal entry that it came with.' })
  entryId: string;

  @Count(1, MAX_LINES + 1, { example: 1, description: 'Its line there.' })
  lineNumber: number;

  @Text(500, { example: 'Invoice 2026-0117' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-0117', description: 'Number of the document behind the entry.' })
  reference: string | null;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @OnDate({ nullable: true, example: '2026-03-02', description: 'Null where nobody said.' })
  dueOn: string | null;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00', description: 'In `currency`. Debits are positive, credits negative.' })
  amount: string;

  @Money({ example: '250.00', description: 'What of it is not settled.' })
  openAmount: string;

  @Money({ example: '1250.00', description: 'In the functional currency, at the rate of the entry.' })
  functionalAmount: string;

  @Money({ example: '250.00', description: 'What of that is not settled.' })
  functionalOpenAmount: string;

  @Choice(itemStatuses, { name: 'OpenItemStatus', example: 'partly_settled' })
  status: ItemStatus;

  @Count(0, 9, { example: 2, description: 'The dunning level that it was last reminded of; 0 where it never was.' })
  dunningLevel: number;

  @OnDate({ nullable: true, example: '2026-03-12', description: 'When it was last reminded of.' })
  lastRemindedOn: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class OpenItemList extends ListOf(OpenItemView) {}
