import { AtInstant, Flag, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateDunningBlock {
  @Ref({ example: exampleId, description: 'A charge of a customer, such as an invoice.' })
  openItemId: string;

  @Text(500, { example: 'Disputes the quantity', description: 'Why nobody is to be reminded of it.' })
  reason: string;

  @OnDate({
    optional: true,
    example: '2026-06-30',
    description: 'The last day of the block, today or later; until it is lifted, where left out.',
  })
  blockedUntil?: string;
}

export class LiftDunningBlock {
  @Text(500, { example: 'Settled with the customer' })
  reason: string;
}

export class DunningBlockView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  openItemId: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(500, { example: 'Disputes the quantity' })
  reason: string;

  @OnDate({ nullable: true, example: '2026-06-30', description: 'The last day; null: until it is lifted.' })
  blockedUntil: string | null;

  @Flag({ example: false })
  isLifted: boolean;

  @Text(500, { nullable: true, example: null as never, description: 'Why it was lifted.' })
  liftReason: string | null;

  @AtInstant({ nullable: true, example: null as never })
  liftedAt: string | null;

  @Ref({ nullable: true, example: null as never, description: 'Who lifted it.' })
  liftedBy: string | null;

  @Ref({ example: exampleId, description: 'Who blocked it.' })
  createdBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class DunningBlockList extends ListOf(DunningBlockView) {}
