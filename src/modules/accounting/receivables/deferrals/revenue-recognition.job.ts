import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { RevenueRecognitionService } from './revenue-recognition.service.js';

const FIND_ORGANIZATIONS = 'SELECT DISTINCT organization_id FROM accounting.deferral_part';

const NEXT_DUE = `
  SELECT min(due_on)::timestamp::text AS due FROM accounting.deferral_part
  WHERE organization_id = $1 AND due_on > $2::timestamp::date`;

/** Recognizes every hour, in every organization, what has become due by its clock. */
@Injectable()
export class RevenueRecognitionJob implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly recognition: RevenueRecognitionService,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'recognize_revenue',
      schedule: '53 * * * *',
      fill: '1h',
      organizations: FIND_ORGANIZATIONS,
      nextDue: NEXT_DUE,
      run: () => this.recognition.runDue(),
    });
  }
}
