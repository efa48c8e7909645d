import { Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '../access-log/recorded.decorator.js';
import { IdParam } from '../http/id-param.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { StreamedBody } from '../http/route-limits.js';
import { StreamedFile, type StreamedBodyParts } from '../http/streamed-body.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { ApiFileContent } from './file-answer.js';
import { FileList, FileView, UploadFileQuery } from './files.dto.js';
import { fileList } from './files.list.js';
import { filePermissions } from './files.permissions.js';
import { FilesService } from './files.service.js';
import { KEPT_TYPES, UNDECLARED } from './kept-types.js';

@ApiTags('files')
@Controller('v1/files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Get()
  @Requires(filePermissions.readFiles)
  @ApiOperation({
    operationId: 'listFiles',
    summary: 'List files',
    description:
      'Files that the caller uploaded and those that are attached to what the caller may read, the newest first; with `platform.file.read_all` all of the organization.',
  })
  @ApiList(fileList, FileList)
  list(@ListQuery(fileList) query: ListRequest): Promise<Page<FileView>> {
    return this.files.list(query);
  }

  @Post()
  @Requires(filePermissions.uploadFiles)
  @StreamedBody({
    types: [UNDECLARED, ...KEPT_TYPES],
    description:
      'The bytes of the file as they are, under its own type or as `application/octet-stream`, at most 25 MiB unless the operator allows more.',
  })
  @Idempotent()
  @ApiOperation({
    operationId: 'uploadFile',
    summary: 'Upload a file',
    description:
      'Stores the file and answers its id, to be attached with `attachFile`. The type is found by the content, and a type or ending that says something else is refused; so are programs, web pages, SVG, archives and files of two types at once. The same content is stored once, however many files have it. With an `Idempotency-Key`, the content is a part of the request.',
  })
  @ProblemResponses(409, 507)
  @ApiCreatedResponse({ type: FileView })
  upload(@StreamedFile() body: StreamedBodyParts, @Query() { name }: UploadFileQuery): Promise<FileView> {
    return this.files.upload(body, name);
  }

  @Get(':id')
  @Requires(filePermissions.readFiles)
  @ApiOperation({
    operationId: 'getFile',
    summary: 'Read what is known of a file',
    description: 'Name, type, size and hash; `downloadFile` answers the content.',
  })
  @ApiOkResponse({ type: FileView })
  get(@IdParam() id: string): Promise<FileView> {
    return this.files.find(id);
  }

  @Get(':id/content')
  @Requires(filePermissions.readFiles)
  @Recorded('platform.file')
  @ApiOperation({
    operationId: 'downloadFile',
    summary: 'Download a file',
    description:
      'The content, streamed, after its hash was verified: a damaged one is answered with `file_damaged` and never served.',
  })
  @ApiFileContent()
  content(@IdParam() id: string): Promise<FileView> {
    return this.files.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(filePermissions.deleteFiles)
  @ApiOperation({
    operationId: 'deleteFile',
    summary: 'Delete a file',
    description:
      'A file that is attached to nothing, and that nothing it was attached to asks to be kept. Its content goes with it unless another file has the same. A file never changes, so there is no If-Match.',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse()
  delete(@IdParam() id: string): Promise<void> {
    return this.files.delete(id);
  }
}
