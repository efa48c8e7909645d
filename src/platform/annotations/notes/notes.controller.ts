import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { annotationPermissions } from '../annotations.permissions.js';
import { CreateNote, NoteList, NoteView, UpdateNote } from './notes.dto.js';
import { noteList } from './notes.list.js';
import { NotesService } from './notes.service.js';

@ApiTags('notes')
@Controller('v1/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({
    operationId: 'listNotes',
    summary: 'List notes',
    description:
      'Notes about records that the caller may read, the oldest first: with `subjectType` and `subjectId` those about one record. Deleted ones are listed without their text, so that answers keep their place.',
  })
  @ApiList(noteList, NoteList)
  list(@ListQuery(noteList) query: ListRequest): Promise<Page<NoteView>> {
    return this.notes.list(query);
  }

  @Post()
  @Requires(annotationPermissions.writeNotes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createNote',
    summary: 'Write a note on a record',
    description:
      'Says something about a record that the caller may read, or answers a note about it. Whom it mentions is told by an event.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiCreatedResponse({ type: NoteView })
  create(@Body() body: CreateNote): Promise<NoteView> {
    return this.notes.create(body);
  }

  @Get(':id')
  @Requires(annotationPermissions.readAnnotations)
  @ApiOperation({ operationId: 'getNote', summary: 'Read a note', description: 'One note about a record.' })
  @Versioned()
  @ApiOkResponse({ type: NoteView })
  get(@IdParam() id: string): Promise<NoteView> {
    return this.notes.find(id);
  }

  @Patch(':id')
  @Requires(annotationPermissions.writeNotes)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateNote',
    summary: 'Change a note',
    description:
      'By its author only. Mentions stay where they are left out; the event is of those that are new. The audit trail keeps the earlier wording.',
  })
  @ProblemResponses(409)
  @Versioned()
  @ApiOkResponse({ type: NoteView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateNote): Promise<NoteView> {
    return this.notes.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(annotationPermissions.writeNotes)
  @ApiOperation({
    operationId: 'deleteNote',
    summary: 'Delete a note',
    description:
      'By its author, or by who may delete notes of others. Its text is gone; that there was a note, whose and when, stays.',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The text is gone.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.notes.delete(id, version);
  }
}
