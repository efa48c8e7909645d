import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';
import { ContentKeeping } from './content-keeping.service.js';
import { FileContentsRepository } from './file-contents.repository.js';
import { FileIntake } from './file-intake.service.js';

const FIND_ORGANIZATIONS = 'SELECT DISTINCT organization_id FROM platform.file_content WHERE NOT is_used';

/** Removes what uploads and deletions have left because a process or the storage failed on the way. */
@Injectable()
export class ContentSweep implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: FileContentsRepository,
    private readonly keeping: ContentKeeping,
    private readonly intake: FileIntake,
  ) {}

  async onModuleInit(): Promise<void> {
    this.tasks.add({
      name: 'sweep_file_contents',
      schedule: '43 * * * *',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.sweep(),
    });
    await this.intake.sweep();
  }

  async sweep(): Promise<void> {
    const unused = await this.unitOfWork.read((transaction) => this.contents.findUnused(transaction));
    for (const sha256 of unused) await this.keeping.remove(sha256);
    await this.intake.sweep();
  }
}
