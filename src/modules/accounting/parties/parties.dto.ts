import { PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CountryCode,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  Ref,
  Text,
  Value,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { accountCode } from '../chart/account-code.js';
import { languageTagRule } from './language-tag.js';
import { PartyAddress, PartyContact, PartyElectronicAddress, PartyExternalId, PartyTaxId } from './party-fields.dto.js';
import { type PartyKind, partyKinds, type PartyStatus, partyStatuses } from './party-status.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_ADDRESSES = 50;
const MOST_CONTACTS = 50;
const MOST_TAX_IDS = 20;
const MOST_EXTERNAL_IDS = 20;

/** What of a party people decide, and change. */
class PartyFields {
  @Text(200, { example: 'Nordic Tools AB', description: 'As it is called day by day.' })
  name: string;

  @Text(200, {
    optional: true,
    nullable: true,
    example: 'Nordic Tools Aktiebolag',
    description: 'As registers and contracts have it, where that is another; documents print it.',
  })
  legalName?: string | null;

  @Choice(partyKinds, {
    name: 'PartyKind',
    optional: true,
    example: 'organization',
    description: '`organization` where left out.',
  })
  kind?: PartyKind;

  @Flag({ optional: true, example: true, description: 'Whether we sell to it. At least one of the two holds.' })
  isCustomer?: boolean;

  @Flag({ optional: true, example: false, description: 'Whether we buy from it.' })
  isVendor?: boolean;

  @Value(languageTagRule, {
    optional: true,
    nullable: true,
    example: 'sv-SE',
    description: 'BCP 47: language, script and region. Documents are printed in it, as far as there is such a form.',
  })
  language?: string | null;

  @CurrencyCode({
    optional: true,
    nullable: true,
    example: 'SEK',
    description: 'What documents are in that name no currency. A party may have documents in any.',
  })
  currency?: string | null;

  @List(() => PartyAddress, { optional: true, max: MOST_ADDRESSES, description: 'A change replaces the whole list.' })
  addresses?: PartyAddress[];

  @List(() => PartyContact, { optional: true, max: MOST_CONTACTS, description: 'A change replaces the whole list.' })
  contacts?: PartyContact[];

  @Nested(() => PartyElectronicAddress, {
    optional: true,
    nullable: true,
    description: 'Where electronic documents reach it, such as in the Peppol network. A change replaces all of it.',
  })
  electronicAddress?: PartyElectronicAddress | null;

  @List(() => PartyTaxId, {
    optional: true,
    max: MOST_TAX_IDS,
    description: 'Each number once. A change replaces the whole list.',
  })
  taxIds?: PartyTaxId[];

  @List(() => PartyExternalId, {
    optional: true,
    max: MOST_EXTERNAL_IDS,
    description: 'What other systems call the party. A change replaces the whole list.',
  })
  externalIds?: PartyExternalId[];

  @Code(40, { optional: true, nullable: true, example: 'WHOLESALE', description: 'What rules about taxes match on.' })
  taxClassCode?: string | null;

  @Code(20, {
    ...accountCode,
    optional: true,
    nullable: true,
    example: '1510',
    description: 'Control account for receivables that its documents go to, where it is not that of the books.',
  })
  receivableAccountCode?: string | null;

  @Code(20, {
    ...accountCode,
    optional: true,
    nullable: true,
    example: '2440',
    description: 'Control account for payables that its documents go to, where it is not that of the books.',
  })
  payableAccountCode?: string | null;

  @Code(20, {
    optional: true,
    nullable: true,
    example: 'NET30',
    description: 'Active payment terms of the legal entity.',
  })
  paymentTermsCode?: string | null;

  @Money({
    optional: true,
    nullable: true,
    sign: 'not_negative',
    example: '50000.00',
    description: 'The most that it may owe, in the functional currency; null: as much as it likes.',
  })
  creditLimit?: string | null;

  @Flag({ optional: true, example: false, description: 'Whether it is never reminded of what is overdue.' })
  isDunningBlocked?: boolean;
}

export class CreateParty extends PartyFields {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose customer or vendor it is: the same firm is another party in another legal entity. The default one where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(30, {
    optional: true,
    example: '10001',
    description:
      'Unique in the legal entity and fixed for good. Case counts. Drawn where left out: from 10001, the one after the last that was drawn.',
  })
  number?: string;
}

export class UpdateParty extends PartialType(PartyFields) {}

/** A party as a front office knows it. */
export class UpsertParty extends PartialType(PartyFields) {
  @Ref({ optional: true, example: exampleId, description: 'The default legal entity where left out.' })
  legalEntityId?: string;

  @Text(100, { example: 'webshop', description: 'The system that knows the party, always under the same name.' })
  externalSource: string;

  @Text(200, { example: 'customer-4711', description: 'What that system calls it.' })
  externalId: string;
}

export class HoldParty {
  @Text(500, { example: 'Disputes invoice 1017', description: 'Why; whoever is refused a document reads it.' })
  reason: string;
}

export class PartyView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(30, { example: '10001' })
  number: string;

  @Text(200, { example: 'Nordic Tools AB' })
  name: string;

  @Text(200, { nullable: true, example: 'Nordic Tools Aktiebolag' })
  legalName: string | null;

  @Choice(partyKinds, { name: 'PartyKind', example: 'organization' })
  kind: PartyKind;

  @Flag({ example: true })
  isCustomer: boolean;

  @Flag({ example: false })
  isVendor: boolean;

  @Value(languageTagRule, { nullable: true, example: 'sv-SE' })
  language: string | null;

  @CurrencyCode({ nullable: true, example: 'SEK' })
  currency: string | null;

  @CountryCode({
    nullable: true,
    example: 'SE',
    description: 'Where it is established: of the registered address, else the billing one, else the first.',
  })
  country: string | null;

  @List(() => PartyAddress, { max: MOST_ADDRESSES })
  addresses: PartyAddress[];

  @List(() => PartyContact, { max: MOST_CONTACTS })
  contacts: PartyContact[];

  @Nested(() => PartyElectronicAddress, { nullable: true })
  electronicAddress: PartyElectronicAddress | null;

  @List(() => PartyTaxId, { max: 2 * MOST_TAX_IDS })
  taxIds: PartyTaxId[];

  @List(() => PartyExternalId, { max: 1000 })
  externalIds: PartyExternalId[];

  @Code(40, { nullable: true, example: 'WHOLESALE' })
  taxClassCode: string | null;

  @Code(20, { nullable: true, example: '1510' })
  receivableAccountCode: string | null;

  @Code(20, { nullable: true, example: '2440' })
  payableAccountCode: string | null;

  @Code(20, { nullable: true, example: 'NET30' })
  paymentTermsCode: string | null;

  @Money({ nullable: true, example: '50000.00', description: 'In the functional currency.' })
  creditLimit: string | null;

  @Flag({ example: false })
  isDunningBlocked: boolean;

  @Choice(partyStatuses, {
    name: 'PartyStatus',
    example: 'active',
    description:
      '`on_hold`: takes no documents until it is released; `archived`: none any more; `merged`: the survivor stands for it.',
  })
  status: PartyStatus;

  @Text(500, { nullable: true, example: 'Disputes invoice 1017', description: 'Why it is on hold.' })
  holdReason: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The party that stands for it, where it was merged.' })
  survivorId: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class PartyList extends ListOf(PartyView) {}
