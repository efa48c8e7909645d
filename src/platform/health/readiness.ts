import { Injectable } from '@nestjs/common';

/** Whether this process wants requests. Once it is about to end, it says so first and ends afterwards. */
@Injectable()
export class Readiness {
  private withdrawn = false;

  get isWithdrawn(): boolean {
    return this.withdrawn;
  }

  withdraw(): void {
    this.withdrawn = true;
  }
}
