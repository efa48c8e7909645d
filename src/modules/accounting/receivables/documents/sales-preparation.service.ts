import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import { Money } from '#kernel/money.js';
import type { Transaction } from '#platform/database/transaction.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import type { PostingAccounts } from '../../chart/posting-accounts.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { dueDates } from '../../parties/due-dates.js';
import type { PartyFact } from '../../parties/party-facts.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import type { LineTaxes } from '../../tax/documents/tax-calculation.view.js';
import { calculated, TaxCalculationsService } from '../../tax/documents/tax-calculations.service.js';
import { type ComposedAmounts, composeAmounts } from './compose-document.js';
import { contentOf, itemOf, lineOfAdjustment, type WantedDocument } from './content-of-request.js';
import { dueAtOnce } from './plan-sales-posting.js';
import { printedSeller } from './printed-parties.js';
import { serviceFaults } from './service-faults.js';
import { accountFaults, amountFaults, contentFaults, customerFault, refuseSale } from './sales-faults.js';
import { SalesFactsRepository, type TaxCodeOfSale } from './sales-facts.repository.js';
import type { SalesFields } from './sales-fields.dto.js';
import type {
  PrintedParty,
  SalesDocument,
  SalesInstalment,
  SalesKind,
  SalesLine,
  SalesTotals,
} from './sales-document.js';

export type { WantedDocument };

/** What is agreed of documents that a program hands over. */
export interface SalesPolicy {
  /** Accounts of the items and of the allowances and charges, where they name none; revenue where these are left out. */
  itemAccounts?: readonly (string | undefined)[];
  adjustmentAccounts?: readonly (string | undefined)[];
  /** What the document comes to in the end; may refuse it. */
  totalsOf?: ((totals: SalesTotals, currency: string) => SalesTotals) | undefined;
  /** The customer, where the transaction holds it already; one without a credit limit. */
  customer?: KnownCustomer | undefined;
}

export interface KnownCustomer {
  party: PartyFact;
  buyer: PrintedParty;
}

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
    private readonly parties: PartyFactsRepository,
    private readonly facts: SalesFactsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly taxes: TaxCalculationsService,
  ) {}

  /** @throws Problem sales_document_refused, tax_calculation_refused, party_on_hold, posting_account_missing */
  async prepare(
    transaction: Transaction,
    kind: SalesKind,
    legalEntityId: string,
    wanted: WantedDocument,
    policy: SalesPolicy = {},
  ): Promise<PreparedDocument> {
    const party = await this.customer(transaction, legalEntityId, wanted.partyId.toLowerCase(), policy.customer);
    const seller = await this.legalEntity.describe(legalEntityId);
    const accounts = await this.postingAccounts.of(transaction, legalEntityId);
    const issuedOn = (wanted.issuedOn ?? (await this.clock.today(transaction))) as CalendarDate;
    const taxPointOn = (wanted.taxPointOn ?? issuedOn) as CalendarDate;
    const currency = wanted.currency ?? party.currency ?? seller.functionalCurrency;
    refuseSale([
      ...contentFaults(wanted, { issuedOn, currency, functionalCurrency: seller.functionalCurrency }),
      ...serviceFaults(kind, wanted),
    ]);
    const point = { taxPointOn, currency };
    const { amounts, lineTaxes } = await this.amounts(transaction, party, wanted, point, policy);
    refuseSale(amountFaults(kind, amounts));
    const codes = amounts.taxes.map(({ component }) => component.code);
    const taxCodes = await this.facts.taxCodes(transaction, legalEntityId, codes);
    const revenue = await this.revenueAccounts(transaction, legalEntityId, wanted, accounts, policy);
    const items = wanted.lines.map((line, index) => itemOf(line, lineTaxes[index]!.taxCodes));
    const lines = [...items, ...(wanted.adjustments ?? []).map(lineOfAdjustment)].map((line, index): SalesLine => {
      const deferredAccountId = line.deferral && accounts.get('deferred_revenue').id;
      return { ...line, ...amounts.lines[index]!, accountId: revenue[index]!, deferredAccountId };
    });
    const payable = Money.round(amounts.totals.payable, currency);
    const instalments = await this.instalments(transaction, kind, wanted, party, issuedOn, payable);
    const document: SalesDocument = {
      ...contentOf(wanted),
      id: wanted.id ?? newId(),
      legalEntityId,
      kind,
      partyId: party.id,
      seller: printedSeller(seller, currency),
      buyer: policy.customer?.buyer ?? (await this.facts.buyer(transaction, party.id)),
      issuedOn,
      taxPointOn,
      currency,
      creditsId: null,
      instalments,
      lines,
      taxes: amounts.taxes.map(({ component, base, charged }) => {
        return { component, base, tax: charged, taxCodeId: taxCodes.get(component.code)!.id };
      }),
      totals: amounts.totals,
    };
    const { exchangeRate, exchangeRateSource, exchangeRateType, softCloseReason } = wanted;
    return {
      document,
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

  private async customer(
    transaction: Transaction,
    legalEntityId: string,
    id: string,
    known: KnownCustomer | undefined,
  ): Promise<PartyFact> {
    const party = known?.party ?? (await this.hold(transaction, legalEntityId, id));
    refuseSale(customerFault(party, id));
    if (party!.status === 'on_hold') {
      throw accountingProblems.party_on_hold(`${party!.name} is on hold: ${party!.holdReason}`);
    }
    return party!;
  }

  private async hold(transaction: Transaction, legalEntityId: string, id: string): Promise<PartyFact | undefined> {
    await this.facts.holdLimited(transaction, [id]);
    const found = await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids: [id] });
    return found.byId(legalEntityId, id);
  }

  /** Of each line, then of each allowance and charge. */
  private async revenueAccounts(
    transaction: Transaction,
    legalEntityId: string,
    { lines, adjustments = [] }: WantedDocument,
    accounts: PostingAccounts,
    { itemAccounts, adjustmentAccounts }: SalesPolicy,
  ): Promise<string[]> {
    const named = [
      ...lines.map(({ accountCode }, index) => {
        return { accountCode, agreed: itemAccounts?.[index], pointer: `/lines/${index}/accountCode` };
      }),
      ...adjustments.map(({ accountCode }, index) => {
        return { accountCode, agreed: adjustmentAccounts?.[index], pointer: `/adjustments/${index}/accountCode` };
      }),
    ];
    const codes = [...new Set(named.flatMap(({ accountCode }) => accountCode ?? []))];
    const found = await this.facts.accounts(transaction, legalEntityId, codes);
    refuseSale(named.flatMap((one) => accountFaults(one, found)));
    return named.map(({ accountCode, agreed }) =>
      accountCode === undefined ? (agreed ?? accounts.get('revenue').id) : found.get(accountCode)!.id,
    );
  }

  private async instalments(
    transaction: Transaction,
    kind: SalesKind,
    { paymentTermsCode: code, dueOn }: WantedDocument,
    party: PartyFact,
    issuedOn: CalendarDate,
    payable: Money,
  ): Promise<SalesInstalment[]> {
    if (dueOn !== undefined) return dueAtOnce(dueOn as CalendarDate, payable.amount);
    // What is given back is due when it is given.
    const isWanted = code !== undefined || (kind === 'invoice' && party.paymentTermsId !== null);
    if (!isWanted) return dueAtOnce(issuedOn, payable.amount);
    const terms = await this.facts.terms(transaction, party.legalEntityId, { code, id: party.paymentTermsId });
    if (!terms || (code !== undefined && terms.status !== 'active')) {
      const message = `The legal entity has no active payment terms ${code}.`;
      refuseSale([{ pointer: '/paymentTermsCode', code: 'unknown_payment_terms', message }]);
    }
    return dueDates(terms!, issuedOn, payable)
      .filter(({ amount }) => !amount.isZero())
      .map(({ dueOn: day, amount, discounts }) => ({
        dueOn: day,
        amount: amount.amount,
        discounts: discounts.map(({ until, percentage, amount: part }) => ({ until, percentage, amount: part.amount })),
      }));
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
