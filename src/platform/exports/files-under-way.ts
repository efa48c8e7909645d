import { Injectable } from '@nestjs/common';
import { Configuration } from '#platform/config/configuration.js';
import { platformProblems } from '#platform/http/platform.problems.js';

/** Files that are being written may each hold a connection to the database: most of them are left to others. */
@Injectable()
export class FilesUnderWay {
  private readonly most: number;
  private count = 0;

  constructor({ poolSize }: Configuration) {
    this.most = Math.max(1, Math.floor(poolSize / 3));
  }

  /**
   * @returns what to call when the file has come to its end
   * @throws Problem 503 when too many are under way
   */
  begin(): () => void {
    if (this.count >= this.most) {
      const detail =
        'Too many files are being written; come back in a moment, or ask for the file as a job with POST /v1/exports.';
      throw platformProblems.service_unavailable(detail).withHeaders({ 'Retry-After': '5' });
    }
    this.count += 1;
    return () => (this.count -= 1);
  }
}
