import type { TableForm } from '#platform/exports/table.js';
import type { BankReconciliationReportView } from './bank-reconciliation-report.dto.js';

/** A figure of the proof, or one of the items behind it. */
interface ReconciliationRow {
  row: string;
  date: string | null;
  text: string | null;
  reference: string | null;
  id: string | null;
  amount: string;
  isFigure: boolean;
}

export const bankReconciliationForm: TableForm<ReconciliationRow> = {
  emphasis: ({ isFigure }) => (isFigure ? 'subtotal' : undefined),
  columns: [
    { name: 'row', cell: ({ row }) => row, paper: { heading: '', share: 1.8 } },
    { name: 'date', kind: 'date', cell: ({ date }) => date, paper: { heading: 'Date', share: 0.9 } },
    { name: 'text', cell: ({ text }) => text, paper: { heading: 'Text', share: 3 } },
    { name: 'reference', cell: ({ reference }) => reference, paper: { heading: 'Reference', share: 1.3 } },
    { name: 'id', cell: ({ id }) => id },
    { name: 'amount', kind: 'amount', cell: ({ amount }) => amount, paper: { heading: 'Amount', share: 1.2 } },
  ],
};

const figure = (row: string, amount: string): ReconciliationRow => {
  return { row, date: null, text: null, reference: null, id: null, amount, isFigure: true };
};

export function bankReconciliationRows({
  figures,
  items,
  unmatchedLines,
}: BankReconciliationReportView): ReconciliationRow[] {
  const itemRows = (kind: string, row: string) =>
    items
      .filter((item) => item.kind === kind)
      .map(({ itemOn, description, reference, ledgerLineId, matchId, amount }) => {
        return {
          row,
          date: itemOn,
          text: description,
          reference,
          id: ledgerLineId ?? matchId,
          amount,
          isFigure: false,
        };
      });
  const unmatched = unmatchedLines.map(({ statementLineId, bookedOn, counterpartyName, remittance, amount }) => {
    const text = [counterpartyName, remittance].filter(Boolean).join(': ') || null;
    return { row: 'Not matched', date: bookedOn, text, reference: null, id: statementLineId, amount, isFigure: false };
  });
  return [
    figure('Balance of the statement', figures.statementBalance),
    figure('Deposits in transit', figures.depositsInTransit),
    ...itemRows('deposit_in_transit', 'Deposit in transit'),
    figure('Outstanding payments', figures.outstandingPayments),
    ...itemRows('outstanding_payment', 'Outstanding payment'),
    figure('Balance of the books', figures.bookBalance),
    figure('Difference', figures.difference),
    ...unmatched,
  ];
}
