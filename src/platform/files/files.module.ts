import { Module } from '@nestjs/common';
import { AttachableSubjects } from './attachments/attachable-subjects.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsRepository } from './attachments/attachments.repository.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { RetentionClasses } from './attachments/retention-classes.js';
import { ContentKeeping } from './content-keeping.service.js';
import { ContentSweep } from './content-sweep.service.js';
import { FileContentsRepository } from './file-contents.repository.js';
import { FileIntake } from './file-intake.service.js';
import { FileMetrics } from './file-metrics.js';
import { FilesController } from './files.controller.js';
import { FilesRepository } from './files.repository.js';
import { FilesService } from './files.service.js';
import { MadeFiles } from './made-files.service.js';
import { configuredStorage } from './storage/configured-storage.js';

@Module({
  controllers: [FilesController, AttachmentsController],
  providers: [
    AttachableSubjects,
    AttachmentsRepository,
    AttachmentsService,
    ContentKeeping,
    ContentSweep,
    FileContentsRepository,
    FileIntake,
    FileMetrics,
    FilesRepository,
    FilesService,
    MadeFiles,
    RetentionClasses,
    configuredStorage,
  ],
  exports: [AttachableSubjects, AttachmentsService, ContentKeeping, MadeFiles, RetentionClasses],
})
export class FilesModule {}
