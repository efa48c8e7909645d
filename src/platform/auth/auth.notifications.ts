import { defineNotification } from '../notifications/notification-kind.js';

const advice = {
  en: 'If it was not you, reset your password at once and tell an administrator.',
  de: 'Wenn Sie es nicht waren, setzen Sie Ihr Passwort sofort zurück und verständigen Sie eine Administratorin oder einen Administrator.',
};

const href = () => '/v1/auth/sessions';

export const authNotifications = {
  passwordChanged: defineNotification<object>({
    name: 'security.password_changed',
    description: 'Your password was changed by somebody who knew the one before.',
    delivery: 'mail',
    href,
    say: () => ({
      en: {
        title: 'Your password was changed',
        text: `Your password was changed, and all other sessions were ended. ${advice.en}`,
      },
      de: {
        title: 'Ihr Passwort wurde geändert',
        text: `Ihr Passwort wurde geändert, alle anderen Sitzungen wurden beendet. ${advice.de}`,
      },
    }),
  }),
  passwordReset: defineNotification<object>({
    name: 'security.password_reset',
    description: 'Your password was reset by somebody who had the mail that was sent for it.',
    delivery: 'mail',
    href,
    say: () => ({
      en: {
        title: 'Your password was reset',
        text: `Your password was set anew by a token that was mailed to you, and all sessions were ended. ${advice.en}`,
      },
      de: {
        title: 'Ihr Passwort wurde zurückgesetzt',
        text: `Ihr Passwort wurde mit einem Token neu gesetzt, das an Sie gemailt wurde; alle Sitzungen wurden beendet. ${advice.de}`,
      },
    }),
  }),
} as const;
