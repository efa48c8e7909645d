import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pipeline } from 'node:stream';
import { Problem } from '#kernel/problem.js';
import { presentInnerRequest } from '#platform/http/inner-request.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import type { Chart } from './chart.js';
import { openCsv } from './csv-stream.js';
import { type CsvOptions, type FileFormat, mediaTypes } from './file-format.js';
import { FilesUnderWay } from './files-under-way.js';
import { acceptedLocale } from './locale.js';
import { ReaderGone } from './open-file.js';
import { digestOf, provedStream } from './proved-stream.js';
import type { RowsJob } from './rendering/render-job.js';
import { RenderThread } from './rendering/render-thread.js';
import { RowsDigest } from './rows-digest.js';
import type { Table, TableHead, TableRow, TableSink } from './table.js';
import { TestMark } from './test-mark.js';

/** XLSX and PDF are made in memory, so they have an end; CSV has none. */
export const MOST_ROWS_RENDERED = 20_000;
/** The same of files that jobs make, one at a time of an organization. */
const MOST_ROWS_IN_JOBS = { xlsx: 100_000, pdf: 50_000 } as const;
/** Rows between two reports of the progress. */
const REPORTED = 500;
/** Most characters that a cell of a spreadsheet holds. */
const MOST_CHARACTERS = 32_767;

export interface NamedTable {
  /** Of the file, without its ending. */
  name: string;
  table: Table;
}

/** Answers tables and charts as files. */
@Injectable()
export class FileAnswers {
  constructor(
    private readonly underWay: FilesUnderWay,
    private readonly testMark: TestMark,
  ) {}

  async csv({ name, table }: NamedTable, options: CsvOptions, reply: FastifyReply): Promise<StreamableFile> {
    if (presentInnerRequest()?.isTrial) return tried({ name, table }, 'csv');
    let rowCount = 0;
    const counted = () => (rowCount += 1);
    const stream = await openCsv(watched(table), options, { counted, done: this.underWay.begin() });
    void reply.header('trailer', 'Row-Count, Content-Digest');
    const proved = provedStream((digest) => {
      reply.raw.addTrailers({ 'Row-Count': String(rowCount), 'Content-Digest': digest });
    });
    // What breaks one end of it breaks the other, and with it the connection.
    pipeline(stream, proved, () => undefined);
    const header = options.header ? 'present' : 'absent';
    return fileOf(proved, name, { type: 'csv' }, `${mediaTypes.csv}; charset=utf-8; header=${header}`);
  }

  async rendered(
    { name, table }: NamedTable,
    kind: 'xlsx' | 'pdf',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (presentInnerRequest()?.isTrial) return tried({ name, table }, kind);
    const done = this.underWay.begin();
    try {
      const { columns } = table;
      const imprint = { requestId: request.id, locale: acceptedLocale(request.headers['accept-language']) };
      if (kind === 'pdf') void reply.header('vary', 'Accept, Accept-Language');
      const job = kind === 'pdf' ? ({ kind, columns, imprint } as const) : ({ kind, columns } as const);
      const { body, rowCount } = await render(watched(table), job, await this.testMark.marked());
      void reply.header('row-count', String(rowCount)).header('content-digest', digestOf(body));
      return fileOf(body, name, { type: kind });
    } finally {
      done();
    }
  }

  async picture(name: string, draw: () => Promise<Chart>, reply: FastifyReply): Promise<StreamableFile> {
    const done = this.underWay.begin();
    try {
      const thread = new RenderThread({ kind: 'svg', chart: await draw() });
      const body = await thread.whole();
      await thread.stop();
      void reply.header('content-digest', digestOf(body));
      return fileOf(body, name, { type: 'svg' });
    } finally {
      done();
    }
  }
}

/** Tells of the rows where a job has the file made, which learns here that it is to stop, and why it breaks off. */
function watched(table: Table): Table {
  const inner = presentInnerRequest();
  if (!inner) return table;
  const write = async (sink: TableSink) => {
    let done = 0;
    await table.write({
      begin: (head) => sink.begin(head),
      row: async (row) => {
        await sink.row(row);
        if (row.isForReaders) return;
        done += 1;
        if (done % REPORTED === 0) await reportProgress({ step: 'writing', done, outOf: null });
      },
    });
    await reportProgress({ step: 'writing', done, outOf: done });
  };
  return {
    columns: table.columns,
    write: (sink) =>
      write(sink).catch((error: unknown) => {
        inner.failure ??= error;
        throw error instanceof Problem ? error : new ReaderGone();
      }),
  };
}

class TrialSucceeded extends Error {}

/** As far as the first rows have been read, for which everything has been judged. */
async function tried({ name, table }: NamedTable, type: 'csv' | 'xlsx' | 'pdf'): Promise<StreamableFile> {
  const begin = () => {
    throw new TrialSucceeded();
  };
  await table.write({ begin, row: () => Promise.resolve() }).catch((error: unknown) => {
    if (!(error instanceof TrialSucceeded)) throw error;
  });
  return fileOf(Buffer.alloc(0), name, { type });
}

async function render(
  table: Table,
  job: RowsJob,
  marked: (head: TableHead) => TableHead,
): Promise<{ body: Uint8Array; rowCount: number }> {
  const digest = new RowsDigest(table.columns);
  let thread: RenderThread | undefined;
  try {
    await table.write({
      begin(head) {
        thread = new RenderThread(job);
        thread.begin(marked(head));
      },
      row(row) {
        digest.add(row);
        requireRoom(digest.rowCount, row, job.kind);
        thread!.row(job.kind === 'pdf' ? row.paper() : { cells: row.cells, emphasis: row.emphasis });
        return Promise.resolve();
      },
    });
    const { rowCount } = digest;
    return { body: await thread!.end({ rowCount, sha256: digest.sha256() }), rowCount };
  } finally {
    await thread?.stop();
  }
}

/** @throws Problem file_too_long */
function requireRoom(rowCount: number, { cells }: TableRow, kind: 'xlsx' | 'pdf'): void {
  const isJob = presentInnerRequest() !== undefined;
  const most = isJob ? MOST_ROWS_IN_JOBS[kind] : MOST_ROWS_RENDERED;
  const tooMany = rowCount > most && `More than ${most} rows`;
  const tooLong = cells.some((cell) => (cell?.length ?? 0) > MOST_CHARACTERS) && `A text of row ${rowCount}`;
  const excess = tooMany || tooLong;
  if (!excess) return;
  const asJob = tooMany && !isJob ? ' at once: ask for the file as a job with POST /v1/exports,' : ': ask';
  const message = `${excess} cannot be written as ${mediaTypes[kind]}${asJob} for less, or for text/csv, which has no limit.`;
  throw platformProblems.file_too_long(message, [{ pointer: 'Accept', code: 'file_too_long', message }]);
}

function fileOf(
  body: Uint8Array | NodeJS.ReadableStream,
  name: string,
  { type }: Pick<FileFormat, 'type'>,
  mediaType: string = mediaTypes[type],
): StreamableFile {
  const options = { type: mediaType, disposition: `attachment; filename="${name}.${type}"` };
  if (body instanceof Uint8Array) return new StreamableFile(body, { ...options, length: body.byteLength });
  return new StreamableFile(body as import('node:stream').Readable, options);
}
