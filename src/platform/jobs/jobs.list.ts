import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { jobStates } from './job-state.js';

export const jobList = defineList({
  name: 'job',
  id: 'job.id',
  updatedAt: 'job.updated_at',
  filters: {
    state: filter.choice('job.state', jobStates, {
      name: 'JobState',
      description: 'Those in this state.',
      example: 'failed',
    }),
    kind: filter.text('job.kind', { description: 'Those of this kind.', example: 'accounting.sie_import' }),
    actorId: filter.ref('job.actor_id', {
      description: 'Those that this person or API key has asked for.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    createdAt: filter.instant('job.created_at', {
      description: 'When it was asked for.',
      example: '2026-01-31T09:30:00Z',
    }),
  },
  sorts: { createdAt: { column: 'job.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});

export const jobColumns = `
  job.id, job.kind, job.state, progress.step, progress.done, progress.out_of AS "outOf", job.attempts, job.result, job.problem,
  job.actor_id AS "actorId", job.request_id AS "requestId", job.created_at AS "createdAt",
  job.started_at AS "startedAt", job.ended_at AS "endedAt", job.updated_at AS "updatedAt"`;

export const jobTables = `
  platform.job AS job
  LEFT JOIN platform.job_progress AS progress ON progress.organization_id = job.organization_id AND progress.job_id = job.id`;
