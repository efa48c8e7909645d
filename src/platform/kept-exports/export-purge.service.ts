import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ContentKeeping } from '../files/content-keeping.service.js';
import { MadeFiles } from '../files/made-files.service.js';
import { JobTasks } from '../jobs/job-tasks.js';

const FIND_ORGANIZATIONS = `
  SELECT o.id AS organization_id FROM platform.organization o
  WHERE EXISTS (
    SELECT FROM platform.export e
    WHERE e.organization_id = o.id AND e.created_at < now() - platform.kept_for(o.id, 'exports'))`;

/** Of one transaction; what is left waits for the next one. */
const MOST = 200;

const TAKE: Statement = {
  name: 'take_old_exports',
  text: `
    WITH old AS (
      SELECT id FROM platform.export WHERE organization_id = $1 AND created_at < now() - platform.kept_for($1, 'exports')
      ORDER BY created_at, id LIMIT $2
    ), gone AS (
      DELETE FROM platform.export e USING old WHERE e.organization_id = $1 AND e.id = old.id RETURNING e.file_id
    )
    SELECT f.id, f.sha256 FROM platform.file f JOIN gone ON gone.file_id = f.id WHERE f.organization_id = $1`,
};

type OldFile = Record<'id' | 'sha256', string>;

/** Exports are kept for some days; what they are made of is there to be asked for anew. */
@Injectable()
export class ExportPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: MadeFiles,
    private readonly keeping: ContentKeeping,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_exports',
      schedule: '53 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.purge(),
    });
  }

  private async purge(): Promise<void> {
    let gone: OldFile[];
    do {
      gone = await this.unitOfWork.run('platform.export.purge', async (transaction) => {
        const old = await transaction.rows<OldFile>(TAKE, [transaction.organizationId, MOST]);
        for (const file of old) await this.files.delete(transaction, file);
        return old;
      });
      for (const { sha256 } of gone) await this.keeping.removeIfPossible(sha256);
    } while (gone.length === MOST);
  }
}
