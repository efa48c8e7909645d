import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { TaggingList, TaggingResultView, type TaggingView, TagRecords, UntagRecords } from './taggings.dto.js';
import { taggingList } from './taggings.list.js';
import { TaggingsService } from './taggings.service.js';

@ApiTags('taggings')
@Controller('v1/taggings')
export class TaggingsController {
  constructor(private readonly taggings: TaggingsService) {}

  @Get()
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'listTaggings',
    summary: 'List which tags stand on which records',
    description:
      'Of records that the caller may read: with `subjectType` and `subjectId` the tags of one record, with `tagId` the records of a tag, of all types.',
  })
  @ApiList(taggingList, TaggingList)
  list(@ListQuery(taggingList) query: ListRequest): Promise<Page<TaggingView>> {
    return this.taggings.list(query);
  }

  @Post()
  @HttpCode(200)
  @Requires(annotationPermissions.tagRecords)
  @Idempotent()
  @ApiOperation({
    operationId: 'tagRecords',
    summary: 'Tag records',
    description:
      'Puts each of the tags on each of the records, all or nothing; what is tagged already stays as it is. Nothing of the records changes, so posted entries are tagged like others.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaggingResultView })
  tag(@Body() body: TagRecords): Promise<TaggingResultView> {
    return this.taggings.tag(body);
  }

  @Post('remove')
  @HttpCode(200)
  @Requires(annotationPermissions.tagRecords)
  @Idempotent()
  @ApiOperation({
    operationId: 'untagRecords',
    summary: 'Untag records',
    description:
      'Takes each of the tags off each of the records, all or nothing; what is not tagged stays so. The audit trail keeps who tagged and untagged.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaggingResultView })
  untag(@Body() body: UntagRecords): Promise<TaggingResultView> {
    return this.taggings.untag(body);
  }
}
