import { NotificationKinds } from '#platform/notifications/notification-kind.js';
import { declaredNotifications } from '../../src/declared-notifications.js';

it('all that are declared say something in each language', () => {
  const data = {
    name: 'Portal',
    expiresAt: '2026-01-31T08:30:00.000Z',
    kind: 'a.b',
    summary: 'Done.',
    code: 'x',
    url: 'u',
    subject: { en: 'Journal entry', de: 'Buchung' },
    amount: '12500.00',
    currency: 'EUR',
    step: 1,
    steps: 2,
    dueOn: '2026-01-31',
    problemCode: 'party_on_hold',
  };
  const { all } = new NotificationKinds(declaredNotifications);
  expect(all.length).toBeGreaterThan(6);
  for (const kind of all) {
    const { en, de } = kind.say({ data, person: 'Anna' });
    for (const { title, text } of [en, de]) {
      expect([kind.name, `${title}${text}`]).toEqual([kind.name, expect.not.stringMatching(/undefined|Invalid/)]);
      expect(title.length * text.length).toBeGreaterThan(0);
    }
    expect(en).not.toEqual(de);
  }
});
