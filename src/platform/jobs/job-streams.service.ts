import { PassThrough, type Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { actAs, currentActing, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { comment, eventOf } from './job-event.js';
import { reasonOf } from './job-observer.js';
import { hasEnded } from './job-state.js';
import type { JobView } from './jobs.dto.js';
import { JobsRepository } from './jobs.repository.js';

/** Each holds a connection of a client, and none of the database. */
const MOST_STREAMS = 100;
/** So that one organization leaves some to the others. */
const MOST_OF_ORGANIZATION = 20;
const LOOK_EVERY_MS = 500;
const SILENCE_MS = 15_000;
/** As long as an access token holds: whoever goes on following shows a valid one then. */
const LONGEST_MS = 600_000;
/** A reader that takes nothing is given up before what waits for it fills the memory. */
const MOST_WAITING_BYTES = 262_144;

interface Follower {
  organizationId: string;
  id: string;
  stream: PassThrough;
  shown: string;
  wroteAt: number;
  readonly since: number;
}

/** Tells clients how their jobs are going. One look at the database serves all that follow jobs of an organization. */
@Injectable()
export class JobStreams implements BeforeApplicationShutdown {
  private readonly log = new Logger('Job');
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | undefined;
  private isLeaving = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobsRepository,
  ) {}

  /**
   * Begins with the present state and ends behind the last one.
   *
   * @throws Problem not_found, or service_unavailable when too many are followed
   */
  async follow(id: string): Promise<Readable> {
    const job = await this.unitOfWork.read((transaction) => this.jobs.get(transaction, id));
    const { organizationId } = currentActing();
    const ofOrganization = [...this.followers].filter((one) => one.organizationId === organizationId).length;
    if (this.isLeaving || this.followers.size >= MOST_STREAMS || ofOrganization >= MOST_OF_ORGANIZATION) {
      const detail = 'Too many jobs are being followed; read the job instead, or come back in a moment.';
      throw platformProblems.service_unavailable(detail).withHeaders({ 'Retry-After': '5' });
    }
    const since = performance.now();
    const follower = { organizationId, id, stream: new PassThrough(), shown: '', wroteAt: since, since };
    this.followers.add(follower);
    follower.stream.on('close', () => this.leave(follower)).on('error', () => this.leave(follower));
    this.tell(follower, job);
    this.timer ??= setTimeout(() => void this.look(), LOOK_EVERY_MS);
    return follower.stream;
  }

  beforeApplicationShutdown(): void {
    this.isLeaving = true;
    for (const follower of this.followers) this.end(follower);
  }

  private async look(): Promise<void> {
    for (const organizationId of new Set([...this.followers].map((one) => one.organizationId))) {
      const followers = [...this.followers].filter((one) => one.organizationId === organizationId);
      const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
      const ids = [...new Set(followers.map(({ id }) => id))];
      try {
        const read = () => this.unitOfWork.read((transaction) => this.jobs.several(transaction, ids));
        const found = new Map((await actAs(acting, read)).map((job) => [job.id, job]));
        for (const follower of followers) this.tell(follower, found.get(follower.id));
      } catch (error) {
        this.log.warn({ msg: 'Jobs that are followed could not be read', ...reasonOf(error) });
      }
    }
    this.timer = this.followers.size > 0 ? setTimeout(() => void this.look(), LOOK_EVERY_MS) : undefined;
  }

  private tell(follower: Follower, job: JobView | undefined): void {
    if (!job) return this.end(follower);
    const now = performance.now();
    const shown = JSON.stringify(job);
    const isOver = hasEnded(job.state);
    if (shown !== follower.shown) this.write(follower, eventOf(isOver ? 'end' : 'progress', job));
    else if (now - follower.wroteAt > SILENCE_MS) this.write(follower, comment);
    follower.shown = shown;
    if (isOver || now - follower.since > LONGEST_MS) this.end(follower);
  }

  private write(follower: Follower, text: string): void {
    const { stream } = follower;
    follower.wroteAt = performance.now();
    if (stream.writableLength + stream.readableLength > MOST_WAITING_BYTES) stream.destroy();
    else stream.write(text);
  }

  private end(follower: Follower): void {
    follower.stream.end();
    this.leave(follower);
  }

  private leave(follower: Follower): void {
    this.followers.delete(follower);
  }
}
