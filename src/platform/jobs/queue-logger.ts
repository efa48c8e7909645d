import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

const log = new NestLogger('Jobs');

/**
 * The queue library's failures in the log of the process. Of each job there is a line already, without the message of
 * the failure, which may quote what is personal.
 */
export const queueLogger = new Logger(() => (level: string, message: string, about?: { failure?: boolean }) => {
  if (about?.failure) return;
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
});
