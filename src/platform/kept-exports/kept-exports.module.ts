import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FilesModule } from '../files/files.module.js';
import { ExportJob } from './export-job.js';
import { ExportPurge } from './export-purge.service.js';
import { ExportableGuard } from './exportable.guard.js';
import { ExportsController } from './exports.controller.js';
import { ExportsRepository } from './exports.repository.js';
import { ExportsService } from './exports.service.js';
import { InnerRequests } from './inner-requests.service.js';

/** Lists and reports that jobs make into files. */
@Module({
  imports: [FilesModule],
  controllers: [ExportsController],
  providers: [
    ExportJob,
    ExportPurge,
    ExportsRepository,
    ExportsService,
    InnerRequests,
    { provide: APP_GUARD, useClass: ExportableGuard },
  ],
})
export class KeptExportsModule {}
