import type { INestApplicationContext } from '@nestjs/common';
import { BankAccountsService } from '#modules/accounting/banking/accounts/bank-accounts.service.js';
import { BankStatementImportService } from '#modules/accounting/banking/imports/bank-statement-import.service.js';
import { BooksService } from '#modules/accounting/chart/books.service.js';
import { DunningLevelsService } from '#modules/accounting/dunning/levels/dunning-levels.service.js';
import { DunningConfirmation } from '#modules/accounting/dunning/runs/dunning-confirmation.service.js';
import { DunningRunsService } from '#modules/accounting/dunning/runs/dunning-runs.service.js';
import { OpenItemsRepository } from '#modules/accounting/open-items/open-items.repository.js';
import { PaymentTermsService } from '#modules/accounting/parties/payment-terms.service.js';
import { CreditingService } from '#modules/accounting/receivables/crediting/crediting.service.js';
import { SalesDocumentsService } from '#modules/accounting/receivables/documents/sales-documents.service.js';
import { ReceiptsService } from '#modules/accounting/receipts/receipts.service.js';
import { TaxTemplatesService } from '#modules/accounting/tax/templates/tax-templates.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { Progress } from '../progress.js';
import { bankStatement, statementMapping } from './bank-statement.js';
import { TERM, TERMS_CODE } from './customers.js';
import type { DemoStory } from './demo-entries.js';
import type { DemoCredit, DemoEntry, DemoInvoice, DemoPayment } from './demo-entry.js';
import { dayOf, type DemoMonth } from './demo-month.js';

const RATE_SOURCE = 'Bureau demo';
/** Where the system of the company knows its documents. */
const SOURCE = 'shop';
const BATCH = 20;
/** German standard rate. */
const STANDARD_RATE = '0.19';

/** Settles what was deferred to the end of the transaction: from here on, what comes is later than what was. */
const PROVE = { name: 'prove_demo_so_far', text: 'SET CONSTRAINTS ALL IMMEDIATE' };
const DEFER = { name: 'defer_demo_proofs', text: 'SET CONSTRAINTS ALL DEFERRED' };

interface IssuedInvoice {
  id: string;
  number: string;
  entryId: string;
}

/** The earning half: invoices, credit notes, payments, reminders and the bank, by the same services as over HTTP. */
export class DemoSales {
  private readonly invoices = new Map<string, IssuedInvoice>();
  private readonly bankAccountIds = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly legalEntityId: string,
    private readonly months: readonly DemoMonth[],
    private readonly story: DemoStory,
  ) {}

  /** Before customers and entries: taxes, terms of payment, prefixes and levels of reminders. */
  async open(): Promise<void> {
    const { legalEntityId, months } = this;
    const taxes = { templateCode: 'eu_vat', country: 'DE', standardRate: STANDARD_RATE, reducedRate: '0.07' } as const;
    await this.service(TaxTemplatesService).import({ legalEntityId, validFrom: months[0]!.first, ...taxes }, {});
    const instalments = [{ percentage: '100', days: TERM }];
    const discounts = [{ percentage: '2', days: 10 }];
    const terms = { legalEntityId, code: TERMS_CODE, name: `${TERM} days, 2 % within 10`, instalments, discounts };
    await this.service(PaymentTermsService).create(terms);
    const books = this.service(BooksService);
    const { version } = await books.find(legalEntityId);
    await books.update(legalEntityId, version, { invoicePrefix: 'RE', creditNotePrefix: 'GS' });
    await this.service(DunningLevelsService).createStandard({ legalEntityId });
  }

  /** All documents of the story, each kind in the order of its dates. */
  async record(partyIds: ReadonlyMap<string, string>, dimensionCode: string): Promise<void> {
    await this.openBank();
    const documents = this.story.entries.filter(({ document }) => document);
    const progress = new Progress(Math.ceil(documents.length / BATCH));
    let done = 0;
    const step = (entry: DemoEntry, work: Promise<unknown>) =>
      work.then(() => {
        if (done % BATCH === 0) progress.draw(`documents of ${entry.date.slice(0, 7)}`);
        done += 1;
        if (done % BATCH === 0 || done === documents.length) progress.step();
      });
    for (const entry of documents) {
      const { document } = entry;
      if (document?.kind !== 'invoice') continue;
      await step(entry, this.issue(entry, document, partyIds.get(document.customer)!, dimensionCode));
    }
    await this.proveSoFar();
    const itemIds = await this.openItems();
    for (const entry of documents) {
      const { document } = entry;
      if (document?.kind === 'credit') await step(entry, this.credit(entry, document));
      if (document?.kind !== 'payment') continue;
      const itemId = itemIds.get(this.invoices.get(document.invoice)!.entryId)!;
      await step(entry, this.receive(entry, document, partyIds.get(document.customer)!, itemId));
    }
    progress.end();
  }

  /** What customers are reminded of in the last month, where that is not to come; and what the bank says of it. */
  async remindAndReconcile(): Promise<void> {
    const { legalEntityId } = this;
    const runOn = dayOf(this.months.at(-1)!, 10);
    const today = await this.service(UnitOfWork).read((transaction) => {
      return this.service(OrganizationClock).today(transaction);
    });
    if (runOn <= today) {
      const { id, version } = await this.service(DunningRunsService).create({ legalEntityId, runOn });
      await this.service(DunningConfirmation).confirm({ id, version }, false);
    }
    const { file } = this.statement();
    const bankAccountId = this.bankAccountIds.get('EUR')!;
    await this.service(BankStatementImportService).import(file, { bankAccountId, csvMapping: statementMapping.name });
  }

  private statement() {
    const numbers = new Map([...this.invoices].map(([reference, { number }]) => [reference, number]));
    return bankStatement(this.story, this.months.at(-1)!, numbers);
  }

  private async openBank(): Promise<void> {
    const { legalEntityId } = this;
    const startsOn = this.months.at(-1)!.first;
    const { openingBalance } = this.statement();
    const accounts = this.service(BankAccountsService);
    const main = {
      legalEntityId,
      accountCode: '1010',
      currency: 'EUR',
      name: 'Business account',
      startsOn,
      openingBalance,
      iban: 'DE02120300000000202051',
      bic: 'BYLADEM1001',
      bankName: 'Deutsche Kreditbank',
      csvMappings: [statementMapping],
      matchesAfterImport: true,
    };
    const dollars = { legalEntityId, accountCode: '1030', currency: 'USD', name: 'Dollar account', startsOn };
    this.bankAccountIds.set('EUR', (await accounts.create(main)).id);
    this.bankAccountIds.set('USD', (await accounts.create({ ...dollars, openingBalance: '0' })).id);
  }

  private async issue(
    { date, reference }: DemoEntry,
    { taxCode, items, ...rated }: DemoInvoice,
    partyId: string,
    dimensionCode: string,
  ): Promise<void> {
    const dimensions = [{ dimensionCode, valueCode: 'WHOLESALE' }];
    const issued = await this.service(SalesDocumentsService).issue(
      'invoice',
      {
        legalEntityId: this.legalEntityId,
        partyId,
        issuedOn: date,
        deliveredOn: date,
        ...rateOf(rated),
        orderReference: `B-${reference}`,
        externalSource: SOURCE,
        externalId: reference!,
        lines: items.map(({ code, description, quantity, price, account }) => ({
          ...(code !== undefined && { itemCode: code }),
          description,
          quantity: String(quantity),
          unitPrice: price.toFixed(2),
          taxCodes: [taxCode],
          accountCode: account,
          dimensions,
        })),
      },
      false,
    );
    this.invoices.set(reference!, { id: issued.id, number: issued.number, entryId: issued.entryId });
  }

  private credit({ date, reference }: DemoEntry, { invoice, reason }: DemoCredit) {
    const ids = { externalSource: SOURCE, externalId: reference! };
    const lines = [{ position: 1, quantity: '1' }];
    const { id } = this.invoices.get(invoice)!;
    return this.service(CreditingService).credit(id, { issuedOn: date, reason, lines, ...ids }, false);
  }

  private receive(
    { date }: DemoEntry,
    { invoice, amount, ...rated }: DemoPayment,
    partyId: string,
    openItemId: string,
  ) {
    const much = amount.toFixed(2);
    const receipt = {
      legalEntityId: this.legalEntityId,
      partyId,
      receivedOn: date,
      amount: much,
      ...rateOf(rated),
      bankAccountId: this.bankAccountIds.get(rated.currency ?? 'EUR')!,
      reference: this.invoices.get(invoice)!.number,
      allocations: [{ openItemId, amount: much }],
    };
    return this.service(ReceiptsService).record(receipt, false);
  }

  /** Invoices say what was paid when they were issued; all of the demo is one transaction, and they are all issued now. */
  private async proveSoFar(): Promise<void> {
    await this.service(UnitOfWork).run('accounting.sales_document.issue', async (transaction) => {
      await transaction.rows(PROVE, []);
      await transaction.rows(DEFER, []);
    });
  }

  /** By their entries, which have one each. */
  private async openItems(): Promise<Map<string, string>> {
    const entryIds = [...this.invoices.values()].map(({ entryId }) => entryId);
    const items = await this.service(UnitOfWork).read((transaction) =>
      this.service(OpenItemsRepository).ofEntries(transaction, entryIds),
    );
    return new Map(items.map(({ entryId, id }) => [entryId, id]));
  }

  private service<T>(type: new (...parameters: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }
}

const rateOf = ({ currency, exchangeRate }: Pick<DemoInvoice, 'currency' | 'exchangeRate'>) =>
  currency === undefined ? {} : { currency, exchangeRate: exchangeRate!.toFixed(), exchangeRateSource: RATE_SOURCE };
