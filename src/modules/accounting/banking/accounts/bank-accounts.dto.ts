import { IntersectionType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../../chart/account-type.js';
import { inCurrency } from '../reading/read-values.js';
import { BankCsvMapping } from '../csv/bank-csv-mapping.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_MAPPINGS = 10;

const ibanForm = { pattern: '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$', words: 'an IBAN in capitals without blanks' };
const bicForm = { pattern: '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$', words: 'a BIC of 8 or 11 characters' };

class BankAccountFields {
  @Text(200, { example: 'Business account' })
  name: string;

  @OnDate({
    example: '2026-01-01',
    description: 'The day on which the chain of statements begins. Stays once there are statements.',
  })
  startsOn: string;

  @Money({
    example: '1250.00',
    description:
      'Balance of the bank on the morning of that day, what the bank owes positive; the first statement begins with it. Stays once there are statements.',
  })
  openingBalance: string;

  @Code(34, {
    ...ibanForm,
    optional: true,
    nullable: true,
    example: 'DE02120300000000202051',
    description: 'By it statements find their account. Its length and check digits are those of its country.',
  })
  iban?: string | null;

  @Code(11, { ...bicForm, optional: true, nullable: true, example: 'BYLADEM1001' })
  bic?: string | null;

  @Text(50, {
    optional: true,
    nullable: true,
    example: '202051',
    description: 'Domestic number, or that of a card, as files of the bank name it.',
  })
  number?: string | null;

  @Text(200, { optional: true, nullable: true, example: 'Deutsche Kreditbank' })
  bankName?: string | null;

  @List(() => BankCsvMapping, {
    optional: true,
    max: MOST_MAPPINGS,
    description: 'How CSV files of the bank are read, by name.',
  })
  csvMappings?: BankCsvMapping[];

  @Count(85, 100, {
    optional: true,
    nullable: true,
    example: 90,
    description:
      'From which score on `runBankMatching` accepts what is certain without anybody; nothing where null or left out. Match rules that are automatic act all the same.',
  })
  autoMatchScore?: number | null;

  @Flag({
    optional: true,
    example: false,
    description: 'Whether an import is followed by `runBankMatching`, where whoever imports may match.',
  })
  matchesAfterImport?: boolean;
}

export class CreateBankAccount extends BankAccountFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, {
    example: '1930',
    description:
      'Code of the ledger account: an asset that controls a bank account, or a liability, as cards and loans are. Of one bank account alone; fixed for good.',
  })
  accountCode: string;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description: 'That of the ledger account where left out; where that takes any, the functional one. Fixed for good.',
  })
  currency?: string;
}

class BankAccountStatus {
  @Choice(activeStatuses, {
    name: 'BankAccountStatus',
    example: 'active',
    description: 'An inactive bank account takes no statements; an active one needs its ledger account active.',
  })
  status: ActiveStatus;
}

export class UpdateBankAccount extends PartialType(IntersectionType(BankAccountFields, BankAccountStatus)) {}

/** A bank account as the database gives it. */
export interface BankAccountRow extends Omit<BankAccountView, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

export class BankAccountView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(200, { example: 'Business account' })
  name: string;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930', description: 'Code of the ledger account.' })
  accountCode: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Text(34, { nullable: true, example: 'DE02120300000000202051' })
  iban: string | null;

  @Text(11, { nullable: true, example: 'BYLADEM1001' })
  bic: string | null;

  @Text(50, { nullable: true, example: '202051' })
  number: string | null;

  @Text(200, { nullable: true, example: 'Deutsche Kreditbank' })
  bankName: string | null;

  @OnDate({ example: '2026-01-01', description: 'The day on which the chain of statements begins.' })
  startsOn: string;

  @Money({ example: '1250.00', description: 'Balance on the morning of that day.' })
  openingBalance: string;

  @OnDate({
    nullable: true,
    example: '2026-01-31',
    description: 'The day of the last statement; null before the first.',
  })
  statedOn: string | null;

  @Money({
    example: '1250.00',
    description: 'Closing balance of the last statement; the opening balance before the first.',
  })
  statedBalance: string;

  @List(() => BankCsvMapping, { max: MOST_MAPPINGS, description: 'How CSV files of the bank are read, by name.' })
  csvMappings: BankCsvMapping[];

  @Count(85, 100, {
    nullable: true,
    example: 90,
    description: 'From which score on what is certain is accepted without anybody; null for never.',
  })
  autoMatchScore: number | null;

  @Flag({ example: false, description: 'Whether lines are matched after each import.' })
  matchesAfterImport: boolean;

  @Choice(activeStatuses, { name: 'BankAccountStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BankAccountRow): BankAccountView {
    const { id, legalEntityId, name, accountId, accountCode, currency, iban, bic, number, bankName } = row;
    const { startsOn, statedOn, csvMappings, autoMatchScore, matchesAfterImport, status, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const [openingBalance, statedBalance] = [row.openingBalance, row.statedBalance].map((one) =>
      inCurrency(one, currency),
    );
    const key = { id, legalEntityId, name, accountId, accountCode, currency, iban, bic, number, bankName };
    const chain = { startsOn, openingBalance: openingBalance!, statedOn, statedBalance: statedBalance! };
    const matching = { autoMatchScore, matchesAfterImport };
    return { ...key, ...chain, csvMappings, ...matching, status, version, createdAt, updatedAt };
  }
}

export class BankAccountList extends ListOf(BankAccountView) {}
