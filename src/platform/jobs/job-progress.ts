import { AsyncLocalStorage } from 'node:async_hooks';

/** How far a job is. */
export interface Progress {
  /** What is being done, such as `posting`; snake_case. */
  step: string;
  done: number;
  /** Of how many, where that is known. */
  outOf: number | null;
}

/** Who takes the reports of the job that runs here. */
export type ProgressReporter = (progress: Progress) => Promise<void>;

const reporters = new AsyncLocalStorage<ProgressReporter>();

export function withProgress<T>(reporter: ProgressReporter, work: () => Promise<T>): Promise<T> {
  return reporters.run(reporter, work);
}

/**
 * Says how far the work is, where it is done by a job; elsewhere nothing happens. Here a job learns that it was cancelled,
 * which ends it by an error.
 */
export async function reportProgress(progress: Progress): Promise<void> {
  await reporters.getStore()?.(progress);
}
