import { platformProblems } from '#platform/http/platform.problems.js';

/** What an answer is written as. */
export type ReportFormat = { type: 'json' } | ({ type: 'csv' } & CsvOptions);

export interface CsvOptions {
  /** Whether the first line names the columns. */
  header: boolean;
  /** Whether the text begins with a byte order mark, which some spreadsheets need to read UTF-8. */
  bom: boolean;
}

interface MediaRange {
  type: string;
  parameters: Readonly<Record<string, string>>;
  quality: number;
}

const JSON_FORMAT: ReportFormat = { type: 'json' };
const mediaTypes = { json: 'application/json', csv: 'text/csv' } as const;

/**
 * What the caller likes best of JSON and CSV (RFC 9110, section 12.5.1); JSON where nothing is said.
 *
 * @throws Problem 406 when it is neither
 */
export function acceptedFormat(accept: string | undefined): ReportFormat {
  if (accept === undefined || accept.trim() === '') return JSON_FORMAT;
  const ranges = accept.split(',').map(readRange);
  const refused = new Set(ranges.filter(({ quality }) => quality === 0).map(({ type }) => type));
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality);
  for (const range of wanted) {
    const format = formatOf(range);
    if (format && !refused.has(mediaTypes[format.type])) return format;
  }
  const message = 'The report is answered as application/json or text/csv.';
  throw platformProblems.not_acceptable(message, [{ pointer: 'Accept', code: 'not_acceptable', message }]);
}

function formatOf({ type, parameters }: MediaRange): ReportFormat | undefined {
  if (type === 'application/json' || type === 'application/*' || type === '*/*') return JSON_FORMAT;
  if (type !== 'text/csv' && type !== 'text/*') return undefined;
  const { charset = 'utf-8', header = 'present', bom = 'absent' } = parameters;
  const isKnown = [header, bom].every((word) => word === 'present' || word === 'absent');
  if (!isKnown || charset !== 'utf-8') return undefined;
  return { type: 'csv', header: header === 'present', bom: bom === 'present' };
}

/** Reads `text/csv;header=present;q=0.5`; a quality that cannot be read counts as none. */
function readRange(text: string): MediaRange {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim().toLowerCase());
  const parameters = Object.fromEntries(
    rest.map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim(), value.trim().replaceAll('"', '')];
    }),
  );
  const { q = '1' } = parameters;
  return { type, parameters, quality: /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0 };
}
