import type { Log, LogOptions } from '#platform/logging/log.js';

export interface Announcement {
  message: string;
  /** What helps somebody who looks on, and would be noise to a collector. */
  details?: readonly string[];
  /** What only the operator may see: it is never in a log. */
  secrets?: readonly string[];
}

export type Announce = (announcement: Announcement) => void;

/** Tells how the start goes: as plain text to somebody who looks on, as lines of the log where a collector reads. */
export function announcer(log: Log, format: LogOptions['format']): Announce {
  if (format === 'text') {
    return ({ message, details = [], secrets = [] }) => console.log([message, ...details, ...secrets].join('\n'));
  }
  return ({ message, secrets = [] }) => {
    log.info(message);
    for (const secret of secrets) console.error(secret);
  };
}
