import type { JobView } from './jobs.dto.js';

/** One server-sent event; a client that lost its connection is to come back after two seconds. */
export const eventOf = (name: 'progress' | 'end', job: JobView): string =>
  ['retry: 2000', `event: ${name}`, `data: ${JSON.stringify(job)}`, '', ''].join('\n');

/** Keeps proxies from taking a quiet connection for a dead one. */
export const comment = ': nothing new\n\n';
