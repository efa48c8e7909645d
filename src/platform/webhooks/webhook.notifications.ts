import { defineNotification } from '../notifications/notification-kind.js';

interface UndeliveredEndpoint {
  url: string;
}

export const webhookNotifications = {
  deadLetters: defineNotification<UndeliveredEndpoint>({
    name: 'webhook.dead_letters',
    description: 'Events were given up that could not be sent to an endpoint. Told to whoever manages webhooks.',
    delivery: 'mail',
    mergesWhileUnread: true,
    href: (id) => `/v1/webhook-endpoints/${id}`,
    say: ({ data: { url } }) => ({
      en: {
        title: 'Webhooks do not get through',
        text: `Events for ${url} were given up after three days, or since it answered 410. They can be sent again.`,
      },
      de: {
        title: 'Webhooks kommen nicht an',
        text: `Ereignisse für ${url} wurden nach drei Tagen aufgegeben, oder weil mit 410 geantwortet wurde. Sie lassen sich erneut senden.`,
      },
    }),
  }),
} as const;
