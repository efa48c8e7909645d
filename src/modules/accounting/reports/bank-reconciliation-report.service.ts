import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import type { ReportBooks } from './report-books.js';
import { ReportBooksReader } from './report-books.reader.js';
import { headingOf } from './report-title.js';
import type { BankAccountView } from '../banking/accounts/bank-accounts.dto.js';
import { BankAccountsRepository } from '../banking/accounts/bank-accounts.repository.js';
import { inCurrency } from '../banking/reading/read-values.js';
import { BankProofReader, type ReadProof } from '../banking/reconciliation/bank-proof.reader.js';
import { BankProofRepository, type ItemOnItsWay } from '../banking/reconciliation/bank-proof.repository.js';
import type {
  BankReconciliationItemView,
  BankReconciliationReportQuery,
  BankReconciliationReportView,
} from './bank-reconciliation-report.dto.js';
import { bankReconciliationForm, bankReconciliationRows } from './bank-reconciliation-table.js';
import type { BankReconciliationView } from '../banking/reconciliation/bank-reconciliations.dto.js';
import { BankReconciliationsRepository } from '../banking/reconciliation/bank-reconciliations.repository.js';

type Content = Pick<
  BankReconciliationReportView,
  'status' | 'reconciliationId' | 'statementId' | 'figures' | 'items' | 'unmatchedLines'
>;

/** The proof of a bank account at a day: as it was signed off, or as it is now. */
@Injectable()
export class BankReconciliationReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly books: ReportBooksReader,
    private readonly proofs: BankProofReader,
    private readonly kept: BankProofRepository,
    private readonly reconciliations: BankReconciliationsRepository,
  ) {}

  report(query: BankReconciliationReportQuery): Report<BankReconciliationReportView> {
    return {
      name: `bank-reconciliation-${query.asOf}`,
      view: async () => (await this.read(query)).view,
      table: () =>
        tableOf(bankReconciliationForm, async () => {
          const { view, books } = await this.read(query);
          const account: [string, string][] = [
            ['Bank account', [view.bankAccountName, view.iban].filter(Boolean).join(' ')],
            ['Status', view.status.replace('_', ' ')],
          ];
          const head = headingOf(books, 'Bank reconciliation', `as of ${view.asOf}`, ...account);
          return { head, rows: bankReconciliationRows(view) };
        }),
    };
  }

  /** @throws Problem bank_account_unknown */
  private read({ bankAccountId, asOf }: BankReconciliationReportQuery) {
    return this.unitOfWork.read(async (transaction) => {
      const bankAccount = await this.accounts.named(transaction, bankAccountId, '?bankAccountId');
      const { legalEntityId, currency } = bankAccount;
      const of = await this.books.open(transaction, { legalEntityId });
      const books: ReportBooks = { ...of, currency: requireCurrency(currency) };
      const signedOff = await this.reconciliations.at(transaction, bankAccount.id, asOf);
      const content = signedOff
        ? keptContent(signedOff, await this.kept.keptItems(transaction, signedOff.id))
        : readContent(await this.proofs.read(transaction, bankAccount, asOf), currency);
      return { books, view: viewOf(bankAccount, books, asOf, content) };
    });
  }
}

function viewOf(
  { id, name, iban, accountCode, currency }: BankAccountView,
  { legalEntityId, legalEntityName, generatedAt }: ReportBooks,
  asOf: string,
  content: Content,
): BankReconciliationReportView {
  const account = { bankAccountId: id, bankAccountName: name, iban, accountCode, currency };
  return { legalEntityId, legalEntityName, ...account, asOf, ...content, generatedAt };
}

function keptContent(signedOff: BankReconciliationView, items: readonly ItemOnItsWay[]): Content {
  const { id, statementId, currency, statementBalance, depositsInTransit, outstandingPayments, bookBalance } =
    signedOff;
  const difference = inCurrency('0', currency);
  return {
    status: 'signed_off',
    reconciliationId: id,
    statementId,
    figures: { statementBalance, depositsInTransit, outstandingPayments, bookBalance, difference },
    items: items.map((item) => itemOf(item, currency)),
    unmatchedLines: [],
  };
}

function readContent(proof: ReadProof, currency: string): Content {
  const text = (amount: Decimal | string) => inCurrency(new Decimal(amount).toString(), currency);
  return {
    status: proof.open.length === 0 ? 'provable' : 'open',
    reconciliationId: null,
    statementId: proof.statement?.id ?? null,
    figures: {
      statementBalance: text(proof.statementBalance),
      depositsInTransit: text(proof.depositsInTransit),
      outstandingPayments: text(proof.outstandingPayments),
      bookBalance: text(proof.bookBalance),
      difference: text(proof.difference),
    },
    items: proof.items.map((item) => itemOf(item, currency)),
    unmatchedLines: proof.unmatched.map(({ id, bookedOn, counterpartyName, remittance, amount }) => {
      return { statementLineId: id, bookedOn, counterpartyName, remittance, amount: text(amount) };
    }),
  };
}

function itemOf(item: ItemOnItsWay, currency: string): BankReconciliationItemView {
  const { itemDate, ledgerLineId, entryId, description, reference, matchId, isBookedLater, amount } = item;
  const kind = amount.startsWith('-') ? 'outstanding_payment' : 'deposit_in_transit';
  const of = { kind, itemOn: itemDate, ledgerLineId, entryId, description, reference, matchId } as const;
  return { ...of, bookedLater: isBookedLater, amount: inCurrency(amount, currency) };
}
