import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnotatedSubjects } from './annotated-subjects.js';
import { AnnotationMoves } from './annotation-moves.service.js';
import { ExternalIdsController } from './external-ids/external-ids.controller.js';
import { RecordedExternalIds } from './external-ids/external-ids.repository.js';
import { ExternalIdsService } from './external-ids/external-ids.service.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesRepository } from './notes/notes.repository.js';
import { NotesService } from './notes/notes.service.js';
import { SubjectHolding } from './subject-holding.service.js';
import { Tag } from './tags/tag.entity.js';
import { TaggingsController } from './tags/taggings.controller.js';
import { TaggingsService } from './tags/taggings.service.js';
import { TagsController } from './tags/tags.controller.js';
import { TagsService } from './tags/tags.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Tag])],
  controllers: [TagsController, TaggingsController, NotesController, ExternalIdsController],
  providers: [
    AnnotatedSubjects,
    AnnotationMoves,
    ExternalIdsService,
    NotesRepository,
    NotesService,
    RecordedExternalIds,
    SubjectHolding,
    TaggingsService,
    TagsService,
  ],
  exports: [AnnotatedSubjects, AnnotationMoves],
})
export class AnnotationsModule {}
