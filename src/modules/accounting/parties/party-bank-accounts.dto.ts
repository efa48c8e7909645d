import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CountryCode,
  CurrencyCode,
  Flag,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { masked } from './bank-details.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankAccountStatuses = ['unverified', 'verified', 'archived'] as const;
export type BankAccountStatus = (typeof bankAccountStatuses)[number];

export class CreatePartyBankAccount {
  @Ref({ example: exampleId, description: 'Whose account it is; fixed for good.' })
  partyId: string;

  @Text(140, { example: 'Nordic Tools AB', description: 'Name that the account is held in.' })
  holder: string;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'SE45 5000 0000 0583 9825 7466',
    description:
      'By ISO 13616, its form and check digits are proved. Blanks do not count. Either this or `accountNumber`.',
  })
  iban?: string | null;

  @Text(34, {
    optional: true,
    nullable: true,
    example: '5839825746',
    description: 'The number that the country gives accounts, where there is no IBAN.',
  })
  accountNumber?: string | null;

  @Text(20, {
    optional: true,
    nullable: true,
    example: '5000',
    description:
      'What the country calls the bank by, such as a sort code, routing or clearing number; not with an IBAN.',
  })
  bankCode?: string | null;

  @Text(14, {
    optional: true,
    nullable: true,
    example: 'ESSESESS',
    description: 'Business identifier code of the bank, ISO 9362.',
  })
  bic?: string | null;

  @CountryCode({
    optional: true,
    nullable: true,
    example: 'SE',
    description: 'Where the account is, ISO 3166-1 alpha-2; an IBAN says it itself.',
  })
  country?: string | null;

  @CurrencyCode({ optional: true, nullable: true, example: 'SEK', description: 'Null where it takes any.' })
  currency?: string | null;
}

export class UpdatePartyBankAccount extends PartialType(OmitType(CreatePartyBankAccount, ['partyId'])) {}

export interface BankAccountRow {
  id: string;
  partyId: string;
  legalEntityId: string;
  holder: string;
  iban: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  bic: string | null;
  country: string;
  currency: string | null;
  status: BankAccountStatus;
  changedBy: string;
  changedAt: Date;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PartyBankAccountView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  partyId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(140, { example: 'Nordic Tools AB' })
  holder: string;

  @Text(50, {
    nullable: true,
    example: 'SE4550000000058398257466',
    description: 'Without the permission to read numbers, all but the end is `•`.',
  })
  iban: string | null;

  @Text(34, { nullable: true, example: '5839825746', description: 'Masked as the IBAN is.' })
  accountNumber: string | null;

  @Text(20, { nullable: true, example: '5000' })
  bankCode: string | null;

  @Code(11, { nullable: true, example: 'ESSESESS' })
  bic: string | null;

  @CountryCode({ example: 'SE' })
  country: string;

  @CurrencyCode({ nullable: true, example: 'SEK' })
  currency: string | null;

  @Choice(bankAccountStatuses, {
    name: 'PartyBankAccountStatus',
    example: 'verified',
    description: '`unverified` until another person than who wrote it last has looked at it.',
  })
  status: BankAccountStatus;

  @Flag({ example: true, description: 'Whether money may be sent there: only to verified accounts.' })
  isUsable: boolean;

  @Flag({ example: false, description: 'Whether the numbers are masked for the caller.' })
  isMasked: boolean;

  @Ref({ example: exampleId, description: 'The person who wrote it last.' })
  changedById: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  changedAt: string;

  @Ref({ nullable: true, example: exampleId, description: 'The person who verified it, another one.' })
  verifiedById: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T09:30:00.000Z' })
  verifiedAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BankAccountRow, isMasked: boolean): PartyBankAccountView {
    const shown = (number: string | null) => (number !== null && isMasked ? masked(number) : number);
    const { id, partyId, legalEntityId, holder, bankCode, bic, country, currency, status, version } = row;
    return {
      id,
      partyId,
      legalEntityId,
      holder,
      iban: shown(row.iban),
      accountNumber: shown(row.accountNumber),
      bankCode,
      bic,
      country,
      currency,
      status,
      isUsable: status === 'verified',
      isMasked,
      changedById: row.changedBy,
      changedAt: row.changedAt.toISOString(),
      verifiedById: row.verifiedBy,
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class PartyBankAccountList extends ListOf(PartyBankAccountView) {}
