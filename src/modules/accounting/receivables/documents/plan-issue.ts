import { documentJournals } from '../../chart/standard-journals.js';
import type { PostingRequest } from '../../contract/ledger-posting.js';
import { type PlannedPosting, planSalesPosting } from './plan-sales-posting.js';
import type { SalesDocument } from './sales-document.js';
import type { PreparedDocument } from './sales-preparation.service.js';

const descriptions = { invoice: 'Sales invoice', credit_note: 'Sales credit note' } as const;

/** A document that is ready, and the entry that it is to be posted with. */
export interface PlannedIssue {
  prepared: PreparedDocument;
  posting: PlannedPosting;
  request: PostingRequest;
}

/** What is to be posted for a document. @throws Problem posting_account_missing */
export function planIssue(prepared: PreparedDocument): PlannedIssue {
  const { document, receivablesId, accounts, taxAccounts } = prepared;
  const paymentDifferences = document.totals.rounding.isZero() ? undefined : accounts.get('payment_differences').id;
  const posting = planSalesPosting(document, { receivables: receivablesId, paymentDifferences, taxes: taxAccounts });
  return {
    prepared: { ...prepared, document: placed(document, posting) },
    posting,
    request: requestOf(prepared, posting),
  };
}

/** With the lines of the entry that post what is deferred. */
function placed(document: SalesDocument, { deferredLines }: PlannedPosting): SalesDocument {
  if (deferredLines.every((place) => place === null)) return document;
  const lines = document.lines.map((line, index) => ({ ...line, deferredLineNumber: deferredLines[index] ?? null }));
  return { ...document, lines };
}

function requestOf({ document, rate, softCloseReason }: PreparedDocument, { lines }: PlannedPosting): PostingRequest {
  const { id, kind, legalEntityId, issuedOn, currency } = document;
  const { exchangeRate, exchangeRateSource, exchangeRateType } = rate;
  return {
    legalEntityId,
    journalCode: documentJournals[kind],
    entryDate: issuedOn,
    description: descriptions[kind],
    currency,
    ...(exchangeRate !== undefined && { exchangeRate }),
    ...(exchangeRateSource !== undefined && { exchangeRateSource }),
    ...(exchangeRateType !== undefined && { exchangeRateType }),
    ...(softCloseReason !== undefined && { softCloseReason }),
    origin: { type: kind, id },
    lines,
  };
}
