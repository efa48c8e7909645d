import { parentPort, workerData } from 'node:worker_threads';
import type { PaperRow } from '../table.js';
import type { RenderedFile, RenderJob, RenderStep, RowsJob, SheetRow } from './render-job.js';

// A thread renders one file and ends with it, so its libraries and their memory are there only as long as they are needed.
const job = workerData as RenderJob;

if (job.kind === 'svg') {
  const { chartSvg } = await import('./chart-svg.js');
  send(Buffer.from(chartSvg(job.chart)));
} else if (job.kind === 'letter') {
  const { PdfLetter } = await import('./pdf-letter.js');
  send(await new PdfLetter(job.letter).whole());
} else {
  takeSteps(await open(job));
}

async function open(table: RowsJob): Promise<RenderedFile<SheetRow | PaperRow>> {
  if (table.kind === 'xlsx') {
    const { XlsxFile } = await import('./xlsx-file.js');
    return new XlsxFile(table.columns);
  }
  const { PdfFile } = await import('./pdf-file.js');
  return new PdfFile(table.columns, table.imprint);
}

function takeSteps(file: RenderedFile<SheetRow | PaperRow>): void {
  parentPort!.on('message', (step: RenderStep) => {
    if (step.step === 'begin') file.begin(step.head);
    else if (step.step === 'rows') for (const row of step.rows) file.row(row);
    else void file.end(step.proof).then(send);
  });
}

function send(body: Uint8Array): void {
  // Threads have no origins.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort!.postMessage(body);
  parentPort!.close();
}
