import { defineNotification } from '#platform/notifications/notification-kind.js';

/** Neither the customer nor what is invoiced: those stand in the recurring invoice. */
interface ToldRefusal {
  dueOn: string;
  problemCode: string;
}

export const recurringInvoiceNotifications = {
  refused: defineNotification<ToldRefusal>({
    name: 'recurring_invoice.refused',
    description: 'A recurring invoice that you set up or changed last could not be made.',
    delivery: 'mail',
    href: (id) => `/v1/accounting/recurring-invoices/${id}`,
    mergesWhileUnread: true,
    say: ({ data }) => ({
      en: {
        title: 'A recurring invoice was refused',
        text: `The invoice of ${data.dueOn} could not be made (${data.problemCode}). It is tried again every hour; dates after it wait.`,
      },
      de: {
        title: 'Eine wiederkehrende Rechnung wurde abgelehnt',
        text: `Die Rechnung vom ${data.dueOn} konnte nicht erstellt werden (${data.problemCode}). Sie wird jede Stunde erneut versucht; spätere Termine warten.`,
      },
    }),
  }),
} as const;
