import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JobExecution } from '#platform/jobs/job-execution.service.js';
import { JobKinds } from '#platform/jobs/job-kinds.js';
import type { Actor } from './actor.js';
import { asOwner } from './owner.js';

/** Does a job as a worker would, on an application of the spec's own; what is to be tried again is an error. */
export async function runJob(app: NestFastifyApplication, { organizationId }: Actor, jobId: string): Promise<void> {
  const { rows } = await asOwner((client) =>
    client.query<{ kind: string }>('SELECT kind FROM platform.job WHERE organization_id = $1 AND id = $2', [
      organizationId,
      jobId,
    ]),
  );
  const kind = app.get(JobKinds, { strict: false }).get(rows[0]!.kind);
  await app.get(JobExecution, { strict: false }).perform(kind, { organizationId, jobId });
}
