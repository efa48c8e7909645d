import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CountryCode,
  CurrencyCode,
  Flag,
  List,
  OnDate,
  Rate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../../chart/account-type.js';
import {
  taxCategories,
  type TaxCategory,
  type TaxComputation,
  taxComputations,
  type TaxKind,
  taxKinds,
} from '../calculation/tax-component.js';
import { type TaxCodeRow, type TaxUse, taxUses } from './tax-code.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_RATES = 50;

export class TaxRateFields {
  @OnDate({ example: '2026-01-01', description: 'First tax point date with this rate.' })
  validFrom: string;

  @OnDate({ optional: true, nullable: true, example: '2026-12-31', description: 'Last one; none until told.' })
  validTo?: string | null;

  @Rate({
    sign: 'not_negative',
    example: '0.25',
    description: 'A fraction of the base for `percentage`, 25 % is `0.25`; otherwise an amount for each unit or line.',
  })
  rate: string;

  @CurrencyCode({
    optional: true,
    nullable: true,
    example: 'EUR',
    description: 'Of fixed amounts, which documents in other currencies cannot have.',
  })
  currency?: string | null;
}

export class TaxComponentFields {
  @Code(20, { example: 'CITY', description: 'A tax code of the same legal entity that is no group.' })
  code: string;

  @Values(codeRule({ max: 20 }), {
    optional: true,
    max: 9,
    example: ['STATE'],
    description: 'Codes before this one that are part of its base, which is the net amount otherwise: a compound tax.',
  })
  onTopOf?: string[];
}

/** What can be changed as well as set. */
class EditableTaxCodeFields {
  @Text(200, { example: 'VAT 25 %' })
  name: string;

  @Text(500, { optional: true, nullable: true, example: 'Sales of goods and services in the country.' })
  description?: string | null;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'VAT 25 %',
    description: 'How documents name the tax; its name where left out.',
  })
  printedLabel?: string | null;

  @Rate({
    sign: 'not_negative',
    optional: true,
    example: '1',
    description: 'What of the tax on purchases can be deducted, from 0 to 1; the rest is cost. 1 where left out.',
  })
  recoverableShare?: string;

  @Text(30, {
    optional: true,
    nullable: true,
    example: 'VATEX-EU-AE',
    description: 'Why no VAT is charged, of the code list VATEX of the Connecting Europe Facility.',
  })
  exemptionCode?: string | null;

  @Text(500, { optional: true, nullable: true, example: 'Reverse charge', description: 'The same in words.' })
  exemptionText?: string | null;

  @Code(20, {
    optional: true,
    nullable: true,
    example: '2610',
    description: 'Account for what is owed: the tax on sales, and what a buyer owes under reverse charge.',
  })
  outputAccountCode?: string | null;

  @Code(20, {
    optional: true,
    nullable: true,
    example: '2640',
    description: 'Account for what is deducted of purchases.',
  })
  inputAccountCode?: string | null;

  @Code(20, {
    optional: true,
    nullable: true,
    example: '2690',
    description: 'Where a tax waits that is due when it is paid.',
  })
  cashBasisAccountCode?: string | null;
}

export class CreateTaxCode extends EditableTaxCodeFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'VAT25', description: 'Unique in the legal entity and fixed for good. Case counts.' })
  code: string;

  @Choice(taxUses, { name: 'TaxUse', example: 'both', description: 'Documents that take the code; fixed for good.' })
  appliesTo: TaxUse;

  @CountryCode({
    optional: true,
    nullable: true,
    example: 'SE',
    description: 'Where the tax is reported; fixed for good.',
  })
  country?: string | null;

  @Choice(taxKinds, {
    name: 'TaxKind',
    optional: true,
    nullable: true,
    example: 'vat',
    description: 'What the tax is; fixed for good. A line has one tax of `vat` at most. Not for a group.',
  })
  kind?: TaxKind | null;

  @Choice(taxCategories, {
    name: 'TaxCategory',
    optional: true,
    nullable: true,
    example: 'S',
    description:
      'Category of UNCL5305: `S` standard, `Z` zero rate, `E` exempt, `AE` reverse charge, `K` intra-community supply, `G` export, `O` outside of VAT, `L` Canary Islands, `M` Ceuta and Melilla. `S` where left out; not for a group.',
  })
  category?: TaxCategory | null;

  @Choice(taxComputations, {
    name: 'TaxComputation',
    optional: true,
    nullable: true,
    example: 'percentage',
    description: 'A share of the base, or a fixed amount for each unit or line. `percentage` where left out.',
  })
  computation?: TaxComputation | null;

  @Flag({
    optional: true,
    example: false,
    description: 'The buyer owes the tax: books what is owed and what is deducted, and pays none of it to the seller.',
  })
  isReverseCharge?: boolean;

  @Flag({ optional: true, example: false, description: 'The tax is due when it is paid.' })
  isCashBasis?: boolean;

  @List(() => TaxComponentFields, {
    optional: true,
    max: 10,
    description: 'Makes the code a group of others, levied in this order. Fixed for good.',
  })
  components?: TaxComponentFields[];

  @List(() => TaxRateFields, { optional: true, max: MOST_RATES, description: 'Rates to begin with. Not for a group.' })
  rates?: TaxRateFields[];
}

class ChangedTaxCodeFields extends EditableTaxCodeFields {
  @Choice(activeStatuses, {
    name: 'TaxCodeStatus',
    example: 'active',
    description: 'New documents take no inactive code.',
  })
  status: ActiveStatus;
}

export class UpdateTaxCode extends PartialType(ChangedTaxCodeFields) {}

export class TaxRateOfCodeView {
  @Ref({ example: exampleId })
  id: string;

  @OnDate({ example: '2026-01-01' })
  validFrom: string;

  @OnDate({ nullable: true, example: '2026-12-31' })
  validTo: string | null;

  @Rate({ example: '0.25' })
  rate: string;

  @CurrencyCode({ nullable: true, example: 'EUR' })
  currency: string | null;
}

export class TaxComponentView {
  @Code(20, { example: 'CITY' })
  code: string;

  @Values(codeRule({ max: 20 }), { max: 9, example: ['STATE'] })
  onTopOf: string[];
}

class TaxCodeNameFields extends OmitType(CreateTaxCode, ['components', 'rates', 'legalEntityId']) {}
class TaxCodeKeyFields extends PickType(TaxCodeNameFields, ['code', 'name', 'appliesTo']) {}

export class TaxCodeView extends TaxCodeKeyFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(500, { nullable: true, example: 'Sales of goods and services in the country.' })
  description: string | null;

  @Text(50, { nullable: true, example: 'VAT 25 %' })
  printedLabel: string | null;

  @CountryCode({ nullable: true, example: 'SE' })
  country: string | null;

  @Flag({ example: false, description: 'Whether the code stands for its components.' })
  isGroup: boolean;

  @Choice(taxKinds, { name: 'TaxKind', nullable: true, example: 'vat' })
  kind: TaxKind | null;

  @Choice(taxCategories, { name: 'TaxCategory', nullable: true, example: 'S' })
  category: TaxCategory | null;

  @Choice(taxComputations, { name: 'TaxComputation', nullable: true, example: 'percentage' })
  computation: TaxComputation | null;

  @Flag({ example: false })
  isReverseCharge: boolean;

  @Flag({ example: false })
  isCashBasis: boolean;

  @Rate({ example: '1' })
  recoverableShare: string;

  @Text(30, { nullable: true, example: 'VATEX-EU-AE' })
  exemptionCode: string | null;

  @Text(500, { nullable: true, example: 'Reverse charge' })
  exemptionText: string | null;

  @Code(20, { nullable: true, example: '2610' })
  outputAccountCode: string | null;

  @Code(20, { nullable: true, example: '2640' })
  inputAccountCode: string | null;

  @Code(20, { nullable: true, example: '2690' })
  cashBasisAccountCode: string | null;

  @List(() => TaxComponentView, { max: 10, description: 'Of a group, in the order in which they are levied.' })
  components: TaxComponentView[];

  @List(() => TaxRateOfCodeView, { max: 1000, description: 'The earliest first.' })
  rates: TaxRateOfCodeView[];

  @Choice(activeStatuses, { name: 'TaxCodeStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: TaxCodeRow): TaxCodeView {
    const { id, legalEntityId, code, name, description, printedLabel, appliesTo, country, isGroup } = row;
    const { kind, category, computation, isReverseCharge, isCashBasis, recoverableShare, exemptionCode } = row;
    const { exemptionText, outputAccountCode, inputAccountCode, cashBasisAccountCode, components, rates } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    return {
      id,
      legalEntityId,
      code,
      name,
      description,
      printedLabel,
      appliesTo,
      country,
      isGroup,
      kind,
      category,
      computation,
      isReverseCharge,
      isCashBasis,
      recoverableShare,
      exemptionCode,
      exemptionText,
      outputAccountCode,
      inputAccountCode,
      cashBasisAccountCode,
      components,
      rates,
      status: row.status,
      version: row.version,
      createdAt,
      updatedAt,
    };
  }
}

export class TaxCodeList extends ListOf(TaxCodeView) {}
