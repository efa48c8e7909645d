import type { Language } from '../mail/language.js';
import { defineNotification } from '../notifications/notification-kind.js';

interface ExpiringKey {
  name: string;
  expiresAt: string;
}

const written = (language: Language, instant: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(instant),
  );

export const identityNotifications = {
  invitationAccepted: defineNotification<object>({
    name: 'invitation.accepted',
    description: 'Somebody whom you invited has become a member.',
    delivery: 'in_app',
    href: (id) => `/v1/identity/memberships/${id}`,
    say: ({ person }) => ({
      en: { title: 'Invitation accepted', text: `${person} has accepted your invitation and is a member now.` },
      de: { title: 'Einladung angenommen', text: `${person} hat Ihre Einladung angenommen und ist jetzt Mitglied.` },
    }),
  }),
  apiKeyExpiring: defineNotification<ExpiringKey>({
    name: 'api_key.expiring',
    description: 'An API key that you made ends within seven days.',
    delivery: 'mail',
    href: (id) => `/v1/identity/api-keys/${id}`,
    say: ({ data: { name, expiresAt } }) => ({
      en: {
        title: `API key ${name} is about to end`,
        text: `It works until ${written('en', expiresAt)} (UTC). Make another one and give it to the program in time.`,
      },
      de: {
        title: `API-Schlüssel ${name} läuft ab`,
        text: `Er gilt bis ${written('de', expiresAt)} (UTC). Legen Sie einen neuen an und hinterlegen Sie ihn rechtzeitig im Programm.`,
      },
    }),
  }),
} as const;
