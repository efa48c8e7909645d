import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { MOST_ROWS_RENDERED } from './file-answers.js';
import { type FormatName, mediaTypes } from './file-format.js';

/** In which forms an operation answers. */
export const ANSWERED_FORMATS = 'bureau:answered-formats';

interface AnsweredForms {
  view: new () => object;
  /** What is answered, in words. */
  description: string;
  formats: readonly FormatName[];
  headers?: Record<string, { description: string; schema: { type: 'string' } }>;
}

const words: Record<Exclude<FormatName, 'json'>, string> = {
  csv: 'As CSV (RFC 4180, UTF-8) it has a line of column names unless `Accept` says `text/csv;header=absent`, and a byte order mark with `text/csv;bom=present`. An apostrophe stands before texts that a spreadsheet would take for formulas. It is streamed: `Row-Count` and `Content-Digest` follow it as trailers.',
  xlsx: `As XLSX it has at most ${MOST_ROWS_RENDERED} rows; \`requestExport\` makes longer ones.`,
  pdf: `As PDF it has at most ${MOST_ROWS_RENDERED} rows, and numbers in the way of \`Accept-Language\`; \`requestExport\` makes longer ones.`,
  svg: 'As SVG it is a chart.',
};

/** Documents an answer that `Accept` chooses the form of. */
export function AnsweredIn({ view, description, formats, headers }: AnsweredForms) {
  const files = formats.filter((name) => name !== 'json');
  return applyDecorators(
    SetMetadata(ANSWERED_FORMATS, formats),
    ApiExtraModels(view),
    ProblemResponses(406, 422),
    ApiOkResponse({
      description: [description, ...files.map((name) => words[name])].join(' '),
      content: {
        [mediaTypes.json]: { schema: { $ref: getSchemaPath(view) } },
        ...Object.fromEntries(files.map((name) => [mediaTypes[name], { schema: fileSchemas[name] }])),
      },
      headers: {
        ...headers,
        'Content-Disposition': { description: 'Name of the file, of files only.', schema: { type: 'string' } },
        'Content-Digest': {
          description: 'SHA-256 of the body (RFC 9530), of files only; of CSV as a trailer.',
          schema: { type: 'string' },
        },
        'Row-Count': {
          description: 'How many rows the file has, the line of column names not counted; of CSV as a trailer.',
          schema: { type: 'integer' },
        },
      },
    }),
  );
}

const fileSchemas = {
  csv: { type: 'string' },
  xlsx: { type: 'string', format: 'binary' },
  pdf: { type: 'string', format: 'binary' },
  svg: { type: 'string' },
} as const;
