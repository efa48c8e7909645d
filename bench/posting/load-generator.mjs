import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The process that sends the load, seen from the one that directs it: one task at a time. */
export class LoadGenerator {
  #child = fork(fileURLToPath(new URL('./load.mjs', import.meta.url)), { serialization: 'advanced' });
  #closing = false;

  prepare(details) {
    return this.#ask({ task: 'prepare', ...details });
  }

  /**
   * @param {{ driver: 'raw' | 'http', series: import('./series.mjs').Series, seconds: number, token?: string }} details
   * @returns {Promise<{ measurement: import('./measure.mjs').Measurement, acknowledged: number[][], commands: number }>}
   */
  measure(details) {
    return this.#ask({ task: 'measure', ...details });
  }

  close() {
    this.#closing = true;
    if (this.#child.connected) this.#child.disconnect();
  }

  async #ask(message) {
    this.#child.send(message);
    const abort = new AbortController();
    const ended = once(this.#child, 'exit', abort).then(([code, signal]) => {
      // Whoever closes it under way is about to end the run, and says so.
      if (this.#closing) return new Promise(() => {});
      throw new Error(`The load generator ended with ${signal ?? `exit code ${code}`}.`);
    });
    ended.catch(() => {});
    const [{ result, error }] = await Promise.race([once(this.#child, 'message', abort), ended]);
    abort.abort();
    if (error) throw new Error(error);
    return result;
  }
}
