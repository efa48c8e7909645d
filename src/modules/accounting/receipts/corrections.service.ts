import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import type { PostingPurpose } from '../chart/posting-purposes.js';
import type { EntryOrigin, PostingRequest } from '../contract/ledger-posting.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { type NewTaxLine, TaxLinesRepository } from '../tax/lines/tax-lines.repository.js';
import { correctedTaxes, type PlannedCorrection, planCorrection } from './plan-correction.js';
import { SettledDocumentsRepository } from './settled-documents.repository.js';
import type { Withheld } from './plan-withholding.js';
import type { PartPurpose } from './settlement.view.js';

/** An amount that is taken off an item without being paid. */
export interface Correction {
  item: OpenItemView;
  amount: Decimal;
  purpose: Exclude<PartPurpose, 'payment' | 'deposit'>;
  withTax: boolean;
  reason: string | null;
  /** Of what was withheld: under which code, and where the claim to it stands. */
  withholding?: Withheld;
}

/** What the entries of corrections have in common. */
export interface CorrectionHead {
  legalEntityId: string;
  journalCode: string;
  entryDate: CalendarDate;
  reference?: string;
  softCloseReason?: string;
  origin: EntryOrigin;
}

/** A correction with the entry that is to be posted for it. */
export interface PreparedCorrection extends Correction {
  request: PostingRequest;
  taxes: PlannedCorrection['taxes'];
}

const accountOf: Readonly<Record<Exclude<Correction['purpose'], 'withholding'>, PostingPurpose>> = {
  early_discount: 'early_discounts_granted',
  payment_difference: 'payment_differences',
  write_off: 'bad_debts',
};
const words: Readonly<Record<Correction['purpose'], string>> = {
  early_discount: 'Early-payment discount',
  payment_difference: 'Payment difference',
  write_off: 'Write-off',
  withholding: 'Tax withheld',
};
const wordsOf = ({ item, purpose }: Correction) =>
  purpose === 'withholding' && item.amount.startsWith('-') ? 'Withheld tax taken back' : words[purpose];

/** Takes amounts off open items, with the tax in them: discounts, small differences and bad debts by one way. */
@Injectable()
export class Corrections {
  constructor(
    private readonly accounts: PostingAccountsRepository,
    private readonly documents: SettledDocumentsRepository,
    private readonly taxLines: TaxLinesRepository,
  ) {}

  /**
   * One entry for each, at the rate of its item.
   *
   * @throws Problem posting_account_missing
   */
  async prepare(
    transaction: Transaction,
    head: CorrectionHead,
    corrections: readonly Correction[],
  ): Promise<PreparedCorrection[]> {
    if (corrections.length === 0) return [];
    const accounts = await this.accounts.of(transaction, head.legalEntityId);
    const documents = await this.documents.find(
      transaction,
      corrections.map(({ item }) => item.id),
    );
    return corrections.map((correction) => {
      const { item, amount, purpose, withTax, withholding } = correction;
      const document = documents.get(item.id)!;
      const code = purpose === 'withholding' ? withholding!.accountCode : accounts.get(accountOf[purpose]).code;
      const corrected = { ...document, taxes: correctedTaxes(document.taxes, { purpose, withTax }) };
      const { lines, taxes } = planCorrection(item, amount, code, corrected);
      const { exchangeRate, exchangeRateSource } = document;
      const request: PostingRequest = {
        ...head,
        reference: head.reference ?? item.reference ?? undefined,
        description: `${wordsOf(correction)}: ${item.description}`.slice(0, 500),
        currency: item.currency,
        ...(exchangeRate !== null && { exchangeRate, exchangeRateSource: exchangeRateSource ?? 'item' }),
        lines,
      };
      return { ...correction, request, taxes };
    });
  }

  /** The tax lines of the posted entries, on the day of the correction. */
  async recordTaxes(
    transaction: Transaction,
    posted: readonly { correction: PreparedCorrection; entryId: string }[],
  ): Promise<void> {
    const lines = posted.flatMap(({ correction: { request, item, taxes }, entryId }) =>
      taxes.map((tax): NewTaxLine => {
        return {
          legalEntityId: request.legalEntityId,
          entryId,
          lineNumber: tax.lineNumber,
          taxCodeId: tax.taxCodeId,
          rate: tax.rate,
          category: tax.category,
          direction: 'sale',
          side: 'output',
          taxPointOn: request.entryDate,
          currency: item.currency,
          base: tax.base,
          tax: tax.tax,
          functionalBase: tax.functionalBase,
          functionalTax: tax.functionalTax,
          partyId: tax.partyId ?? item.partyId,
          document: request.origin!,
        };
      }),
    );
    await this.taxLines.recordTaxLines(transaction, lines);
  }
}
