import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { filePermissions } from '../files.permissions.js';
import { AttachFile, AttachmentList, AttachmentView, DetachFile } from './attachments.dto.js';
import { attachmentList } from './attachments.list.js';
import { AttachmentsService } from './attachments.service.js';

@ApiTags('attachments')
@Controller('v1/attachments')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get()
  @Requires(filePermissions.readFiles)
  @ApiOperation({
    operationId: 'listAttachments',
    summary: 'List attachments',
    description:
      'What is and was attached to records that the caller may read: with `subjectType` and `subjectId` that of one record, with `fileId` where a file belongs.',
  })
  @ApiList(attachmentList, AttachmentList)
  list(@ListQuery(attachmentList) query: ListRequest): Promise<Page<AttachmentView>> {
    return this.attachments.list(query);
  }

  @Post()
  @Requires(filePermissions.attachFiles)
  @Idempotent()
  @ApiOperation({
    operationId: 'attachFile',
    summary: 'Attach a file to a record',
    description:
      'The caller may read the file and change the record. What is attached to a posted journal entry must be kept as long as the entry: ten years after the end of its fiscal year (a default: compare it with the law that you keep books by). One file may be attached to many records, and only once to each.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiCreatedResponse({ type: AttachmentView })
  attach(@Body() body: AttachFile): Promise<AttachmentView> {
    return this.attachments.attach(body);
  }

  @Get(':id')
  @Requires(filePermissions.readFiles)
  @ApiOperation({
    operationId: 'getAttachment',
    summary: 'Read an attachment',
    description: 'Which file belongs to which record, since when, and until when it must be kept.',
  })
  @Versioned()
  @ApiOkResponse({ type: AttachmentView })
  get(@IdParam() id: string): Promise<AttachmentView> {
    return this.attachments.find(id);
  }

  @Post(':id/detach')
  @HttpCode(200)
  @Requires(filePermissions.attachFiles)
  @Idempotent()
  @ApiOperation({
    operationId: 'detachFile',
    summary: 'Detach a file from a record',
    description:
      'The attachment stays and says who detached the file, when and why; the file stays as long as it must be kept. A file is never replaced: detach it and attach another.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiOkResponse({ type: AttachmentView })
  detach(@IdParam() id: string, @IfMatch() version: number, @Body() { reason }: DetachFile): Promise<AttachmentView> {
    return this.attachments.detach(id, version, reason);
  }
}
