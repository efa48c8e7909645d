import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { annotationPermissions } from '../annotations.permissions.js';
import {
  ExternalIdList,
  ExternalIdMatchesQuery,
  ExternalIdMatchesView,
  ExternalIdView,
  RecordExternalId,
} from './external-ids.dto.js';
import { externalIdList } from './external-ids.list.js';
import { ExternalIdsService } from './external-ids.service.js';

@ApiTags('external-ids')
@Controller('v1/external-ids')
export class ExternalIdsController {
  constructor(private readonly externalIds: ExternalIdsService) {}

  @Get()
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'listExternalIds',
    summary: 'List recorded external ids',
    description:
      'Ids of other systems that were recorded beside records that the caller may read. What an entry was given at posting is in the entry: `getExternalIdMatches` looks at both.',
  })
  @ApiList(externalIdList, ExternalIdList)
  list(@ListQuery(externalIdList) query: ListRequest): Promise<Page<ExternalIdView>> {
    return this.externalIds.list(query);
  }

  @Post()
  @Requires(annotationPermissions.manageExternalIds)
  @Idempotent()
  @ApiOperation({
    operationId: 'recordExternalId',
    summary: 'Record an external id of a record',
    description:
      'What another system calls the record. A record may have several, also of one system; an id of a system belongs to one record of each type.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: ExternalIdView })
  record(@Body() body: RecordExternalId): Promise<ExternalIdView> {
    return this.externalIds.record(body);
  }

  @Get('matches')
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'getExternalIdMatches',
    summary: 'Find records by an external id',
    description:
      'The records that have the id of the other system: recorded beside them, or their own, such as that of an entry from its posting. Several have their own where it is unique in each legal entity only.',
  })
  @ApiOkResponse({ type: ExternalIdMatchesView })
  matches(@Query() query: ExternalIdMatchesQuery): Promise<ExternalIdMatchesView> {
    return this.externalIds.matches(query);
  }

  @Get(':id')
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'getExternalId',
    summary: 'Read an external id',
    description: 'One id of another system, and the record that it belongs to.',
  })
  @ApiOkResponse({ type: ExternalIdView })
  get(@IdParam() id: string): Promise<ExternalIdView> {
    return this.externalIds.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(annotationPermissions.manageExternalIds)
  @ApiOperation({
    operationId: 'deleteExternalId',
    summary: 'Take back an external id',
    description: 'The id belongs to nothing any more and may be recorded anew; the audit trail keeps what it was.',
  })
  @ApiNoContentResponse({ description: 'The id is taken back.' })
  delete(@IdParam() id: string): Promise<void> {
    return this.externalIds.delete(id);
  }
}
