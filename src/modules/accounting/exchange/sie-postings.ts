import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { OPENING_JOURNAL } from '../chart/standard-journals.js';
import type { FilePosting } from './import-planner.service.js';
import { oneLine } from './one-line.js';
import type { PlannedLine, PlannedOpening, PlannedVoucher, SieImportPlan } from './sie/sie-import-plan.js';

const maxTextLength = 500;

/** The journal of vouchers without a series. */
const NO_SERIES_JOURNAL = 'SIE';

/** A journal has the name of its series as its code, whatever characters that is made of, as `#` in real files. */
export function journalCodeOf(series: string): string {
  return oneLine(series, 20) || NO_SERIES_JOURNAL;
}

/** The journals that the vouchers need, by code. */
export function journalsOf({ series }: SieImportPlan): { code: string; name: string }[] {
  const journals = new Map<string, { code: string; name: string }>();
  for (const one of series) {
    const code = journalCodeOf(one);
    const name = one === '' ? 'Vouchers without a series' : `Voucher series ${code}`;
    if (!journals.has(code)) journals.set(code, { code, name });
  }
  return [...journals.values()];
}

/**
 * The entries of an import in the order of the file, the opening entry first.
 *
 * @param externalSource Names the import; series, number and position of a voucher make its external id.
 */
export function postingsOf(plan: SieImportPlan, legalEntityId: string, externalSource: string): FilePosting[] {
  const common = { legalEntityId, externalSource };
  const { openingEntry, vouchers } = plan;
  const postings = vouchers.map((voucher) => ofVoucher(voucher, common));
  return openingEntry ? [ofOpening(openingEntry, common), ...postings] : postings;
}

type CommonParts = Pick<PostingRequest, 'legalEntityId' | 'externalSource'>;

function ofOpening({ purpose, date, text, lines }: PlannedOpening, common: CommonParts): FilePosting {
  return {
    request: {
      ...common,
      journalCode: OPENING_JOURNAL,
      entryDate: date,
      kind: 'opening',
      description: text,
      externalId: purpose,
      lines: lines.map(lineOf),
    },
    lineNumber: lines[0]!.lineNumber,
  };
}

function ofVoucher({ series, number, position, lineNumber, date, text, lines }: PlannedVoucher, common: CommonParts) {
  const reference = oneLine([series, number].join(' '), 100);
  const request: PostingRequest = {
    ...common,
    journalCode: journalCodeOf(series),
    entryDate: date,
    description: oneLine(text, maxTextLength),
    reference: reference === '' ? undefined : reference,
    externalId: [series, number, position].join('/'),
    lines: lines.map(lineOf),
  };
  return { request, lineNumber };
}

function lineOf({ accountCode, amount, text, objects }: PlannedLine): PostingLine {
  const side = amount.isNegative() ? 'credit' : 'debit';
  const description = oneLine(text, maxTextLength);
  const dimensions = objects.map(({ dimension, object }) => ({ dimensionCode: dimension, valueCode: object }));
  return {
    accountCode,
    [side]: amount.abs().toFixed(),
    description: description === '' ? undefined : description,
    dimensions: dimensions.length === 0 ? undefined : dimensions,
  };
}
