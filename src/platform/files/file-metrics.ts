import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { Metrics } from '../metrics/metrics.js';

/** How uploads end and how much comes in, and contents that were found damaged. */
@Injectable()
export class FileMetrics {
  private readonly uploads;
  private readonly bytes;
  private readonly damages;

  constructor(metrics: Metrics) {
    this.uploads = metrics.counter({
      name: 'bureau_file_uploads_total',
      help: 'Uploads by outcome: stored, replayed, or the code of the problem.',
      labels: ['outcome'],
    });
    this.bytes = metrics.counter({
      name: 'bureau_file_bytes_stored_total',
      help: 'Bytes of files that were stored.',
    });
    this.damages = metrics.counter({
      name: 'bureau_file_contents_damaged_total',
      help: 'Contents that were missing in the storage, or changed, when they were read.',
      labels: ['how'],
    });
  }

  stored(bytes: number, replayed: boolean): void {
    this.uploads.inc({ outcome: replayed ? 'replayed' : 'stored' });
    if (!replayed) this.bytes.inc(bytes);
  }

  failed(error: unknown): void {
    this.uploads.inc({ outcome: error instanceof Problem ? error.code : 'failed' });
  }

  damaged(how: 'missing' | 'changed'): void {
    this.damages.inc({ how });
  }
}
