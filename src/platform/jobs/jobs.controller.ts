import { Controller, Get, Header, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { JobStreams } from './job-streams.service.js';
import { JobList, JobView } from './jobs.dto.js';
import { jobList } from './jobs.list.js';
import { jobPermissions } from './jobs.permissions.js';
import { Jobs } from './jobs.service.js';

@ApiTags('jobs')
@Controller('v1/jobs')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly streams: JobStreams,
  ) {}

  @Get()
  @Requires(jobPermissions.followOwn)
  @ApiOperation({
    operationId: 'listJobs',
    summary: 'List jobs',
    description:
      'The jobs that you have asked for, the latest first; those of others as well with the permission `platform.job.manage`. An ended job is kept for 90 days unless `updateRetention` sets another age.',
  })
  @ApiList(jobList, JobList)
  list(@ListQuery(jobList) query: ListRequest): Promise<Page<JobView>> {
    return this.jobs.list(query);
  }

  @Get(':id')
  @Requires(jobPermissions.followOwn)
  @ApiOperation({
    operationId: 'getJob',
    summary: 'Read a job',
    description: 'How far it is, what it has made, or why it failed.',
  })
  @ApiOkResponse({ type: JobView })
  get(@IdParam() id: string): Promise<JobView> {
    return this.jobs.find(id);
  }

  @Get(':id/events')
  @Header('Cache-Control', 'no-store')
  @Requires(jobPermissions.followOwn)
  @ApiOperation({
    operationId: 'watchJob',
    summary: 'Follow a job',
    description:
      'Server-sent events: `progress` with the job at the beginning and whenever it has changed, `end` with the job at its end, then the stream closes. It also closes after ten minutes; come back with a valid token then.',
  })
  @ApiOkResponse({
    description: 'The events; the data of each is the job, as `getJob` answers it.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async watch(@IdParam() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.streams.follow(id), { type: 'text/event-stream' });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires(jobPermissions.followOwn)
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelJob',
    summary: 'Cancel a job',
    description:
      'One that waits is cancelled at once. One that runs becomes `cancelling` and stops at its next step; what it did is taken back, and it never succeeds any more.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JobView })
  cancel(@IdParam() id: string): Promise<JobView> {
    return this.jobs.cancel(id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Requires(jobPermissions.followOwn)
  @Idempotent()
  @ApiOperation({
    operationId: 'retryJob',
    summary: 'Retry a job',
    description:
      'Puts a job that failed or was cancelled into the queue again, within seven days of its end: the same work, for whoever asked for it, with their permissions of now.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: JobView })
  retry(@IdParam() id: string): Promise<JobView> {
    return this.jobs.retry(id);
  }
}
