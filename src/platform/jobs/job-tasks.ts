import { Injectable, Logger } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { actAs, SYSTEM_ACTOR } from '../database/acting.js';
import { poolAs, RELAY_ROLE } from '../database/role-pools.js';
import { inSpan } from '../tracing/spans.js';
import { reasonOf } from './job-observer.js';

/** Work that is done on a schedule, in each organization that has some. */
export interface JobTask {
  name: string;
  /** Five fields of crontab, in UTC. */
  schedule: string;
  /** How far back a run is made up for that was missed while no worker ran, such as `1d`; not at all where left out. */
  fill?: string;
  /** How often a failed run is tried. */
  attempts?: number;
  /** Gives the organizations (`organization_id`) in which there may be something to do; runs as the relay. */
  organizations: string;
  /** Runs as the system, in one of them. */
  run: () => Promise<void>;
  /**
   * For what becomes due by the clock of the organization: when there is something to do next (`due`, local time as text, or
   * null). `$1` organization; `$2` what its clock shows, local time as text: only what is later counts.
   */
  nextDue?: string;
}

/** Work that stands in the queue piece by piece, by `platform.enqueue_job`. */
export interface QueuedTask {
  name: string;
  /** A run that fails is made again, later each time. */
  run: (payload: { organizationId: string } & Record<string, unknown>) => Promise<void>;
}

/** The scheduled and the queued work of all modules; each adds its own when it starts. */
@Injectable()
export class JobTasks {
  private readonly log = new Logger('Job');
  private readonly tasks = new Map<string, JobTask>();

  private readonly queuedTasks = new Map<string, QueuedTask>();

  constructor(private readonly configuration: Configuration) {}

  addQueued(task: QueuedTask): void {
    if (this.queuedTasks.has(task.name)) throw new Error(`There are two queued tasks called ${task.name}.`);
    this.queuedTasks.set(task.name, task);
  }

  get queued(): QueuedTask[] {
    return [...this.queuedTasks.values()];
  }

  add(task: JobTask): void {
    if (this.tasks.has(task.name)) throw new Error(`There are two jobs called ${task.name}.`);
    this.tasks.set(task.name, task);
  }

  get all(): JobTask[] {
    return [...this.tasks.values()];
  }

  /** In every organization, whatever happens in the others; fails in the end where it failed in one. */
  async perform({ name, organizations, run }: JobTask): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.found(organizations)) {
      const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
      try {
        await inSpan(`task ${name}`, { attributes: { 'bureau.organization_id': organizationId } }, () =>
          actAs(acting, run),
        );
      } catch (error) {
        failures += 1;
        this.log.error({ msg: `${name} failed in an organization`, organizationId, ...reasonOf(error) });
      }
    }
    if (failures > 0) throw new Error(`${name} failed in ${failures} organizations.`);
  }

  /** The relay's role sees in which organizations there is something to do, and nothing of what. */
  private async found(statement: string): Promise<string[]> {
    const pool = poolAs(RELAY_ROLE, this.configuration.ownerUrl, 1);
    try {
      const { rows } = await pool.query<{ organization_id: string }>(statement);
      return rows.map((row) => row.organization_id);
    } finally {
      await pool.end();
    }
  }
}
