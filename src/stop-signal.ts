import type { Log } from '#platform/logging/log.js';

/** A repeated signal within this time is the same one: npm sends it on to a process that the terminal told already. */
const SAME_SIGNAL_MS = 1_000;

export interface Stopping {
  stop: () => Promise<void>;
  /** Seconds after which the process ends without waiting any longer. */
  limit: number;
  log: Log;
}

/** Ends the process in order on SIGINT or SIGTERM; a second signal does not wait. */
export function onStopSignal({ stop, limit, log }: Stopping): void {
  let stoppingSince: number | undefined;
  const handle = (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) endProcess(log, 1);
      return;
    }
    stoppingSince = performance.now();
    log.info({ signal }, 'Bureau is stopping');
    setTimeout(() => {
      log.fatal(`Bureau did not stop within ${limit} seconds (SHUTDOWN_LIMIT); what still ran is cut off`);
      endProcess(log, 1);
    }, limit * 1000).unref();
    stop().then(
      () => endProcess(log, 0),
      (error: unknown) => {
        log.fatal({ error: { stack: error instanceof Error ? error.stack : String(error) } }, 'Bureau stopped badly');
        endProcess(log, 1);
      },
    );
  };
  process.on('SIGINT', handle).on('SIGTERM', handle);
}

/**
 * Ends the process when the log is written. On the way out, the log's own last attempt would try without end to write to a
 * reader that has gone.
 */
export function endProcess(log: Log, code: number): void {
  log.flush(() => process.exit(code));
}
