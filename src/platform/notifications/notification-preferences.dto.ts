import { Choice, Count, Flag, List, Text, Value } from '../http/fields/fields.js';
import { type Language, languages } from '../mail/language.js';
import { deliveries, type Delivery } from './notification-kind.js';
import { notificationKindRule } from './notifications.dto.js';

const MOST_KINDS = 200;

const delivery = {
  name: 'NotificationDelivery',
  example: 'digest',
  description:
    '`none`: not told. `in_app`: in the feed. `digest`: in the feed, and in one mail a day while it is unread. `mail`: in the feed, and by mail at once.',
} as const;

const language = {
  name: 'Language',
  example: 'de',
  description: 'Of notifications and mails to you from this organization.',
} as const;

export class NotificationPreferenceFields {
  @Value(notificationKindRule, { example: 'job.finished' })
  kind: string;

  @Choice(deliveries, delivery)
  delivery: Delivery;
}

export class UpdateNotificationPreferences {
  @Choice(languages, { ...language, optional: true })
  language?: Language;

  @List(() => NotificationPreferenceFields, {
    optional: true,
    max: MOST_KINDS,
    description: 'Kinds that are left out stay as they are. Each may be named once; those about security never.',
  })
  preferences?: NotificationPreferenceFields[];
}

export class NotificationPreferenceView extends NotificationPreferenceFields {
  @Choice(deliveries, { ...delivery, description: 'What it is unless you choose.' })
  standardDelivery: Delivery;

  @Flag({ example: false, description: 'Notices about security are mailed always.' })
  isMandatory: boolean;

  @Text(500, { example: 'A job that you asked for has succeeded.' })
  description: string;
}

export class NotificationPreferencesView {
  @Choice(languages, language)
  language: Language;

  @List(() => NotificationPreferenceView, { max: MOST_KINDS, description: 'Every kind that there is, by its name.' })
  preferences: NotificationPreferenceView[];

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;
}
