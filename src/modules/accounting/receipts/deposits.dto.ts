import { AtInstant, Choice, Code, CurrencyCode, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ItemStatus, itemStatuses } from '../open-items/open-items.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class DepositView {
  @Ref({ example: exampleId, description: 'The open item of the deposit: `depositItemId` of `applyDeposit`.' })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Code(20, { example: '2450', description: 'The account that it stands on.' })
  accountCode: string;

  @OnDate({ example: '2026-02-14' })
  receivedOn: string;

  @Ref({ example: exampleId, description: 'The journal entry that posted it.' })
  entryId: string;

  @Ref({ nullable: true, example: exampleId, description: 'The receipt; null where it was posted in another way.' })
  receiptId: string | null;

  @Text(100, { nullable: true, example: 'ORDER-118' })
  reference: string | null;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '500.00', description: 'What was deposited, above zero.' })
  amount: string;

  @Money({ example: '250.00', description: 'What is neither applied nor paid back.' })
  openAmount: string;

  @Money({ example: '250.00', description: 'The same in the functional currency, at the rate of the deposit.' })
  functionalOpenAmount: string;

  @Choice(itemStatuses, { name: 'OpenItemStatus', example: 'partly_settled' })
  status: ItemStatus;

  @AtInstant({ example: '2026-02-14T08:30:00.000Z' })
  updatedAt: string;
}

export class DepositList extends ListOf(DepositView) {}
