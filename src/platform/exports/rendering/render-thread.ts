import { Worker } from 'node:worker_threads';
import type { PaperRow, TableHead } from '../table.js';
import type { RenderJob, RenderStep, RowsProof, SheetRow } from './render-job.js';

/** Rows that are sent at a time. */
const BATCH = 200;
/** A file that needs more than this is given up alone, and the process lives on. */
const MOST_MEGABYTES = 512;

/** A thread that renders one file, so that other requests do not wait for it. Rendering takes no turn of the event loop. */
export class RenderThread {
  private readonly worker: Worker;
  private readonly body: Promise<Uint8Array>;
  private rows: (SheetRow | PaperRow)[] = [];

  constructor(job: RenderJob) {
    this.worker = new Worker(new URL('./render-worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    this.body = new Promise((resolve, reject) => {
      this.worker.once('message', resolve).once('error', reject);
      this.worker.once('exit', (code) => reject(new Error(`the rendering thread ended with ${code}`)));
    });
    // Whoever waits for the body learns of it.
    this.body.catch(() => undefined);
  }

  begin(head: TableHead): void {
    this.send({ step: 'begin', head });
  }

  row(row: SheetRow | PaperRow): void {
    if (this.rows.push(row) >= BATCH) this.sendRows();
  }

  end(proof: RowsProof): Promise<Uint8Array> {
    this.sendRows();
    this.send({ step: 'end', proof });
    return this.body;
  }

  /** The file of a job that has no rows. */
  whole(): Promise<Uint8Array> {
    return this.body;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private sendRows(): void {
    this.send({ step: 'rows', rows: this.rows });
    this.rows = [];
  }

  private send(step: RenderStep): void {
    // Threads have no origins.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.worker.postMessage(step);
  }
}
