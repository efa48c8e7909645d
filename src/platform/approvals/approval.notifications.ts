import type { InLanguages } from '../mail/language.js';
import { defineNotification } from '../notifications/notification-kind.js';

/** Neither title nor reason: those may name people, and stand in the request. */
interface ToldApproval {
  /** What is asked for, such as a journal entry. */
  subject: InLanguages<string>;
  amount: string | null;
  currency: string | null;
  step: number;
  steps: number;
}

const href = (id: string) => `/v1/approval-requests/${id}`;

/** Amounts are shown as they are elsewhere. */
const sumOf = ({ amount, currency }: ToldApproval) => (amount === null ? '' : ` (${amount} ${currency})`);
const stepOf = ({ step, steps }: ToldApproval) => `${step}/${steps}`;

export const approvalNotifications = {
  waiting: defineNotification<ToldApproval>({
    name: 'approval_request.waiting',
    description: 'Somebody asks for an approval that you, or whoever delegated to you, can give.',
    delivery: 'mail',
    href,
    say: ({ data, person }) => ({
      en: {
        title: `${data.subject.en}: your approval is asked for`,
        text: `${person} asks for an approval${sumOf(data)}, step ${stepOf(data)}. It waits in your inbox.`,
      },
      de: {
        title: `${data.subject.de}: Ihre Freigabe wird erbeten`,
        text: `${person} bittet um eine Freigabe${sumOf(data)}, Schritt ${stepOf(data)}. Sie wartet in Ihrem Eingang.`,
      },
    }),
  }),
  escalated: defineNotification<ToldApproval>({
    name: 'approval_request.escalated',
    description: 'An approval has waited for so long that you, or whoever delegated to you, can give it as well.',
    delivery: 'mail',
    href,
    say: ({ data, person }) => ({
      en: {
        title: `${data.subject.en}: an approval has waited too long`,
        text: `Nobody has decided in time on what ${person} asks for${sumOf(data)}, step ${stepOf(data)}. You can decide as well now.`,
      },
      de: {
        title: `${data.subject.de}: eine Freigabe wartet zu lange`,
        text: `Über die Bitte von ${person}${sumOf(data)}, Schritt ${stepOf(data)}, wurde nicht rechtzeitig entschieden. Jetzt können auch Sie entscheiden.`,
      },
    }),
  }),
  stepApproved: defineNotification<ToldApproval>({
    name: 'approval_request.step_approved',
    description: 'Somebody has approved what you asked for, and more approvals are needed.',
    delivery: 'in_app',
    href,
    say: ({ data, person }) => ({
      en: {
        title: `${data.subject.en}: approved at step ${stepOf(data)}`,
        text: `${person} has approved what you asked for${sumOf(data)}. It takes more approvals.`,
      },
      de: {
        title: `${data.subject.de}: freigegeben in Schritt ${stepOf(data)}`,
        text: `${person} hat Ihre Bitte${sumOf(data)} freigegeben. Weitere Freigaben stehen aus.`,
      },
    }),
  }),
  approved: defineNotification<ToldApproval>({
    name: 'approval_request.approved',
    description: 'What you asked for was approved and is carried out.',
    delivery: 'in_app',
    href,
    say: ({ data, person }) => ({
      en: {
        title: `${data.subject.en}: approved`,
        text: `${person} has given the last approval of what you asked for${sumOf(data)}: it is carried out.`,
      },
      de: {
        title: `${data.subject.de}: freigegeben`,
        text: `${person} hat die letzte Freigabe für Ihre Bitte${sumOf(data)} gegeben: Sie ist ausgeführt.`,
      },
    }),
  }),
  rejected: defineNotification<ToldApproval>({
    name: 'approval_request.rejected',
    description: 'What you asked for was rejected.',
    delivery: 'mail',
    href,
    say: ({ data, person }) => ({
      en: {
        title: `${data.subject.en}: rejected`,
        text: `${person} has rejected what you asked for${sumOf(data)}. The request says why.`,
      },
      de: {
        title: `${data.subject.de}: abgelehnt`,
        text: `${person} hat Ihre Bitte${sumOf(data)} abgelehnt. Der Grund steht im Antrag.`,
      },
    }),
  }),
  voided: defineNotification<ToldApproval>({
    name: 'approval_request.voided',
    description: 'What you asked for was changed or deleted by somebody else, so nobody decides on it any more.',
    delivery: 'in_app',
    href,
    say: ({ data }) => ({
      en: {
        title: `${data.subject.en}: the request is void`,
        text: `What you asked an approval for${sumOf(data)} was changed or deleted meanwhile. It can be submitted anew.`,
      },
      de: {
        title: `${data.subject.de}: der Antrag ist hinfällig`,
        text: `Wofür Sie um Freigabe baten${sumOf(data)}, wurde inzwischen geändert oder gelöscht. Es lässt sich erneut vorlegen.`,
      },
    }),
  }),
  expired: defineNotification<ToldApproval>({
    name: 'approval_request.expired',
    description: 'Nobody has decided in time on what you asked for.',
    delivery: 'mail',
    href,
    say: ({ data }) => ({
      en: {
        title: `${data.subject.en}: nobody has decided`,
        text: `Your request${sumOf(data)} has expired at step ${stepOf(data)}. It can be submitted anew.`,
      },
      de: {
        title: `${data.subject.de}: niemand hat entschieden`,
        text: `Ihr Antrag${sumOf(data)} ist in Schritt ${stepOf(data)} abgelaufen. Er lässt sich erneut vorlegen.`,
      },
    }),
  }),
} as const;
