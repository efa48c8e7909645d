import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { CreateTag, MergeTag, TagList, TagView, UpdateTag } from './tags.dto.js';
import { tagList } from './tags.list.js';
import { TagsService } from './tags.service.js';

@ApiTags('tags')
@Controller('v1/tags')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Get()
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'listTags',
    summary: 'List tags',
    description: 'The tags of the organization by name, archived and merged ones too: `status=active` leaves them out.',
  })
  @ApiList(tagList, TagList)
  list(@ListQuery(tagList) query: ListRequest): Promise<Page<TagView>> {
    return this.tags.list(query);
  }

  @Post()
  @Requires(annotationPermissions.manageTags)
  @Idempotent()
  @ApiOperation({
    operationId: 'createTag',
    summary: 'Create a tag',
    description: 'Adds a word that records of all kinds can be marked with.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiCreatedResponse({ type: TagView })
  create(@Body() body: CreateTag): Promise<TagView> {
    return this.tags.create(body);
  }

  @Get(':id')
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({ operationId: 'getTag', summary: 'Read a tag', description: 'One tag, and what it was merged into.' })
  @Versioned()
  @ApiOkResponse({ type: TagView })
  get(@IdParam() id: string): Promise<TagView> {
    return this.tags.find(id);
  }

  @Patch(':id')
  @Requires(annotationPermissions.manageTags)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateTag',
    summary: 'Change a tag',
    description: 'Renames a tag wherever it stands, gives it a colour, archives it or makes it active again.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiOkResponse({ type: TagView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateTag): Promise<TagView> {
    return this.tags.update(id, version, body);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Requires(annotationPermissions.manageTags)
  @Idempotent()
  @ApiOperation({
    operationId: 'mergeTag',
    summary: 'Merge a tag into another',
    description:
      'Puts the other tag on all records of this one, once on each. This one ends for good, and its name is free again.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiOkResponse({ type: TagView })
  merge(@IdParam() id: string, @IfMatch() version: number, @Body() { intoTagId }: MergeTag): Promise<TagView> {
    return this.tags.merge(id, version, intoTagId);
  }
}
