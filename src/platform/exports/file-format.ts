import { platformProblems } from '#platform/http/platform.problems.js';

export interface CsvOptions {
  /** Whether the first line names the columns. */
  header: boolean;
  /** Whether the text begins with a byte order mark, which some spreadsheets need to read UTF-8. */
  bom: boolean;
}

/** What an answer may be written as, in the order in which they are preferred where a caller does not care. */
export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
} as const;

export type FormatName = keyof typeof mediaTypes;

export type FileFormat = { type: Exclude<FormatName, 'csv'> } | ({ type: 'csv' } & CsvOptions);

interface MediaRange {
  type: string;
  parameters: Readonly<Record<string, string>>;
  quality: number;
}

/** A format that a range of the header names, how closely, and where it stands there. */
interface Match {
  format: FileFormat;
  quality: number;
  closeness: number;
  place: number;
}

/**
 * What the caller likes best of the formats that there are (RFC 9110, section 12.5.1). Of equals the one that the header
 * names first; JSON where it names none.
 *
 * @throws Problem 406 when it is none of them
 */
export function acceptedFormat(accept: string | undefined, offered: readonly FormatName[]): FileFormat {
  const ranges = accept === undefined || accept.trim() === '' ? [readRange('*/*')] : accept.split(',').map(readRange);
  const [best] = offered
    .flatMap((name) => closestMatch(name, ranges) ?? [])
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.place - other.place);
  if (best) return best.format;
  const known = offered.map((name) => mediaTypes[name]);
  const message = `Must accept ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
  throw platformProblems.not_acceptable(message, [{ pointer: 'Accept', code: 'not_acceptable', message }]);
}

/** The range that names the format most closely decides, also where it refuses it with a quality of zero. */
function closestMatch(name: FormatName, ranges: readonly MediaRange[]): Match | undefined {
  const matches = ranges.flatMap(({ type, parameters, quality }, place): Match[] => {
    const closeness = closenessOf(type, mediaTypes[name]);
    const format = closeness > 0 ? formatOf(name, parameters) : undefined;
    return format ? [{ format, quality, closeness, place }] : [];
  });
  return matches.sort((one, other) => other.closeness - one.closeness || one.place - other.place)[0];
}

function closenessOf(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.slice(0, type.indexOf('/'))}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

function formatOf(name: FormatName, parameters: Readonly<Record<string, string>>): FileFormat | undefined {
  if (name !== 'csv') return { type: name };
  const { charset = 'utf-8', header = 'present', bom = 'absent' } = parameters;
  const isKnown = [header, bom].every((word) => word === 'present' || word === 'absent');
  if (!isKnown || charset !== 'utf-8') return undefined;
  return { type: name, header: header === 'present', bom: bom === 'present' };
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
