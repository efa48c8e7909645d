import { PartialType } from '@nestjs/swagger';
import { Count } from '../http/fields/fields.js';

/** The database has the same bounds. */
export class RetentionFields {
  @Count(183, 3653, {
    example: 731,
    description:
      'Days for which the access log is kept, two years unless set. At least half a year, so that a misuse that is noticed late can be looked into and nobody removes the traces of what they read; at most ten years, the longest that books are kept.',
  })
  accessLogDays: number;

  @Count(7, 90, {
    example: 30,
    description:
      'Days for which events are kept from when they became known, with their webhook deliveries; 30 unless set. At least a week, because deliveries are tried for three days; at most 90, because the records themselves are there to be read.',
  })
  eventDays: number;

  @Count(1, 30, {
    example: 7,
    description:
      'Days for which the files of exports are kept, 7 unless set. At most 30: they are copies, and can be asked for anew.',
  })
  exportDays: number;

  @Count(30, 365, {
    example: 90,
    description:
      'Days for which jobs are kept from their end, 90 unless set. At least 30, so that no export outlives the job that tells of it.',
  })
  jobDays: number;

  @Count(7, 365, {
    example: 90,
    description:
      'Days for which the list of mails is kept from their end, 90 unless set. At least a week, so that a mail that did not arrive can be looked for.',
  })
  mailDays: number;

  @Count(7, 365, {
    example: 90,
    description:
      'Days for which notifications are kept, read or not; 90 unless set. At least a week, the longest that a digest can be waited for.',
  })
  notificationDays: number;
}

export class UpdateRetention extends PartialType(RetentionFields) {}

export class RetentionPreviewQuery extends PartialType(RetentionFields) {}

export class RetentionView extends RetentionFields {
  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes of the organization; also the ETag.' })
  version: number;
}

const NUMBER = 2_147_483_647;

export class RetentionPreviewView {
  @Count(0, NUMBER, { example: 1200, description: 'Entries of the access log that are old enough to go.' })
  accessLogEntries: number;

  @Count(0, NUMBER, { example: 300, description: 'Events that are, which take their webhook deliveries with them.' })
  events: number;

  @Count(0, NUMBER, { example: 2, description: 'Exports that are, with their files.' })
  exports: number;

  @Count(0, NUMBER, { example: 4, description: 'Ended jobs that are.' })
  jobs: number;

  @Count(0, NUMBER, { example: 12, description: 'Mails that are.' })
  mails: number;

  @Count(0, NUMBER, { example: 40, description: 'Notifications that are.' })
  notifications: number;
}
