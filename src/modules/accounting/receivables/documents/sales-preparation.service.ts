import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { Money } from '#kernel/money.js';
import type { Transaction } from '#platform/database/transaction.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import type { PostingAccounts } from '../../chart/posting-accounts.js';
import type { PartyFact } from '../../parties/party-facts.js';
import type { LineTaxes } from '../../tax/documents/tax-calculation.view.js';
import { calculated, TaxCalculationsService } from '../../tax/documents/tax-calculations.service.js';
import { type ComposedAmounts, composeAmounts } from './compose-document.js';
import { contentOf, itemOf, lineOfAdjustment, type WantedDocument } from './content-of-request.js';
import { printedSeller } from './printed-parties.js';
import { serviceFaults } from './service-faults.js';
import { amountFaults, contentFaults, refuseSale } from './sales-faults.js';
import { type TaxCodeOfSale } from './sales-facts.repository.js';
import type { SalesFields } from './sales-fields.dto.js';
import { SalesAccounts } from './sales-accounts.service.js';
import { SalesCustomers } from './sales-customers.service.js';
import type { SalesPolicy } from './sales-policy.js';
import { SalesWithholdings } from './sales-withholdings.service.js';
import type { SalesDocument, SalesKind, SalesLine } from './sales-document.js';

export type { WantedDocument };

/** A document that is ready, and what its posting needs besides. */
export interface PreparedDocument {
  document: SalesDocument;
  party: Pick<PartyFact, 'id' | 'name' | 'creditLimit' | 'receivableAccountId'>;
  receivablesId: string;
  accounts: PostingAccounts;
  /** By their places in the document. */
  taxAccounts: readonly (string | undefined)[];
  /** What the same command settles of an invoice: printed with it for good. Nothing where left out. */
  prepaid?: Decimal | undefined;
  /** Whether any of the taxes is due when it is paid. */
  isOnCashBasis: boolean;
  rate: Pick<SalesFields, 'exchangeRate' | 'exchangeRateSource' | 'exchangeRateType'>;
  softCloseReason?: string | undefined;
  /** Of a credit note: the last day of what is deferred that is still served. */
  serviceEndsOn?: CalendarDate | undefined;
}

/** Makes of what was asked for a document with every amount: whom it is for, what it costs, when it is due. */
@Injectable()
export class SalesPreparation {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly clock: OrganizationClock,
    private readonly customers: SalesCustomers,
    private readonly accounts: SalesAccounts,
    private readonly taxes: TaxCalculationsService,
    private readonly withholdings: SalesWithholdings,
  ) {}

  /** @throws Problem sales_document_refused, tax_calculation_refused, party_on_hold, posting_account_missing */
  async prepare(
    transaction: Transaction,
    kind: SalesKind,
    legalEntityId: string,
    wanted: WantedDocument,
    policy: SalesPolicy = {},
  ): Promise<PreparedDocument> {
    const party = await this.customers.find(transaction, legalEntityId, wanted, policy.customer);
    const seller = await this.legalEntity.describe(legalEntityId);
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const issuedOn = (wanted.issuedOn ?? (await this.clock.today(transaction))) as CalendarDate;
    const taxPointOn = (wanted.taxPointOn ?? issuedOn) as CalendarDate;
    const currency = wanted.currency ?? party.currency ?? seller.functionalCurrency;
    const { functionalCurrency } = seller;
    const currencies = { issuedOn, currency, functionalCurrency };
    refuseSale([...contentFaults(wanted, currencies), ...serviceFaults(kind, wanted)]);
    const point = { taxPointOn, currency };
    const { amounts, lineTaxes } = await this.amounts(transaction, party, wanted, point, policy);
    refuseSale(amountFaults(kind, amounts));
    const codes = amounts.taxes.map(({ component }) => component.code);
    const taxCodes = await this.accounts.taxCodes(transaction, legalEntityId, codes);
    const revenue = await this.accounts.revenue(transaction, legalEntityId, wanted, accounts, policy);
    const items = wanted.lines.map((line, index) => itemOf(line, lineTaxes[index]!.taxCodes));
    const lines = [...items, ...(wanted.adjustments ?? []).map(lineOfAdjustment)].map((line, index): SalesLine => {
      const deferredAccountId = line.deferral && accounts.get('deferred_revenue').id;
      return { ...line, ...amounts.lines[index]!, accountId: revenue[index]!, deferredAccountId };
    });
    const payable = Money.round(amounts.totals.payable, currency);
    const instalments = await this.customers.instalments(transaction, kind, wanted, party, issuedOn, payable);
    const document: Omit<SalesDocument, 'withholdings'> = {
      ...contentOf(wanted),
      id: wanted.id ?? newId(),
      legalEntityId,
      kind,
      partyId: party.id,
      seller: printedSeller(seller, currency),
      buyer: policy.customer?.buyer ?? (await this.customers.printed(transaction, party.id)),
      issuedOn,
      taxPointOn,
      currency,
      creditsId: null,
      instalments,
      lines,
      taxes: amounts.taxes.map(({ component, base, charged: tax }) => {
        return { component, base, tax, taxCodeId: taxCodes.get(component.code)!.id };
      }),
      totals: amounts.totals,
    };
    const { exchangeRate, exchangeRateSource, exchangeRateType, softCloseReason } = wanted;
    const withholdings = await this.withholdings.reckon(transaction, wanted, document, functionalCurrency);
    return {
      document: { ...document, withholdings },
      party,
      receivablesId: party.receivableAccountId ?? accounts.get('receivables').id,
      accounts,
      ...postedTaxes(codes, taxCodes),
      rate: { exchangeRate, exchangeRateSource, exchangeRateType },
      softCloseReason,
    };
  }

  /** What the document comes to, with the taxes of each line. */
  private async amounts(
    transaction: Transaction,
    party: PartyFact,
    wanted: WantedDocument,
    { taxPointOn, currency }: { taxPointOn: string; currency: string },
    { totalsOf }: SalesPolicy,
  ): Promise<{ amounts: ComposedAmounts; lineTaxes: LineTaxes[] }> {
    const { document, lineTaxes } = await this.taxes.prepare(transaction, party.legalEntityId, {
      ...wanted,
      currency,
      direction: 'sale',
      taxPointOn,
      partyTaxClass: party.taxClassCode,
      country: wanted.country ?? party.country,
      subdivision: wanted.subdivision ?? (wanted.country === undefined ? party.subdivision : null),
    });
    const amounts = composeAmounts(document, calculated(document));
    return { amounts: totalsOf ? { ...amounts, totals: totalsOf(amounts.totals, currency) } : amounts, lineTaxes };
  }
}

/** Where the taxes of a document are posted, and whether any of them waits there until it is paid. */
export function postedTaxes(codes: readonly string[], found: ReadonlyMap<string, TaxCodeOfSale>) {
  const taxCodes = codes.map((code) => found.get(code)!);
  return {
    taxAccounts: taxCodes.map(({ outputAccountId }) => outputAccountId ?? undefined),
    isOnCashBasis: taxCodes.some(({ isCashBasis }) => isCashBasis),
  };
}
