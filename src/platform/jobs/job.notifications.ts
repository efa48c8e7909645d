import { defineNotification } from '../notifications/notification-kind.js';

interface FinishedJob {
  kind: string;
  summary: string;
}

interface FailedJob {
  kind: string;
  /** Of the problem: a stable code. */
  code: string;
}

const href = (id: string) => `/v1/jobs/${id}`;

export const jobNotifications = {
  finished: defineNotification<FinishedJob>({
    name: 'job.finished',
    description: 'A job that you asked for has succeeded.',
    delivery: 'in_app',
    href,
    say: ({ data: { kind, summary } }) => ({
      en: { title: `Job ${kind} is done`, text: summary },
      de: { title: `Auftrag ${kind} ist erledigt`, text: summary },
    }),
  }),
  failed: defineNotification<FailedJob>({
    name: 'job.failed',
    description: 'A job that you asked for has failed, and is not tried again by itself.',
    delivery: 'in_app',
    href,
    say: ({ data: { kind, code } }) => ({
      en: { title: `Job ${kind} has failed`, text: `It has made nothing. The reason is ${code}; the job tells more.` },
      de: {
        title: `Auftrag ${kind} ist fehlgeschlagen`,
        text: `Es wurde nichts bewirkt. Der Grund ist ${code}; mehr sagt der Auftrag.`,
      },
    }),
  }),
} as const;
