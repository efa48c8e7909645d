import type { CommitJob, JobOrder, JobResult } from '#platform/jobs/job-kinds.js';

/** What of a request its job knows beside the body. */
export interface ImportOrder {
  dryRun: boolean;
}

/** What a job is asked for: the body is the content as a whole, as its parts may be as large as the file. */
export const orderOf = (body: object, dryRun = false): { arguments: ImportOrder; content: Buffer } => ({
  arguments: { dryRun },
  content: Buffer.from(JSON.stringify(body)),
});

/** Whether an import of the text is done while the sender waits, which dry runs of what is not large always are. */
export const isShort = (
  { file }: { file: string },
  { most, dryRun, asJob }: { most: number; dryRun: boolean | undefined; asJob: boolean },
): boolean => file.length <= most && (dryRun || !asJob);

/** Does as a job what the request would have done. */
export const asOrdered =
  <Body, View>(
    run: (body: Body, dryRun: boolean) => Promise<View>,
    resultOf: (view: View, order: ImportOrder & { id: string }) => JobResult,
  ) =>
  async ({ id, arguments: said, content }: JobOrder, commit: CommitJob): Promise<void> => {
    const { dryRun = false } = said as Partial<ImportOrder>;
    // It was read and checked when it came.
    const body = JSON.parse(content.toString()) as Body;
    if (!dryRun) return commit(async () => resultOf(await run(body, false), { id, dryRun }));
    // Its transaction is taken back, so it is none of the job's.
    const rehearsed = await run(body, true);
    return commit(() => Promise.resolve(resultOf(rehearsed, { id, dryRun })));
  };
