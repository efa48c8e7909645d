import { defineNotification, NotificationKinds } from './notification-kind.js';
import { sayNotification } from './notification-row.js';

const kindOf = (name: string, delivery: 'mail' | 'none' = 'mail') =>
  defineNotification<object>({
    name,
    description: 'x',
    delivery,
    href: (id) => `/v1/things/${id}`,
    say: ({ person }) => ({
      en: { title: `Hello ${person}`, text: '😀'.repeat(2001) },
      de: { title: 'Hallo', text: 'x' },
    }),
  });
const kindsOf = (...all: ReturnType<typeof kindOf>[]) =>
  new NotificationKinds([Object.fromEntries(all.entries()) as never]);

it('takes no name twice, none that is no name, and no notice about security that is not mailed', () => {
  expect(() => new NotificationKinds([{ a: kindOf('job.done') }, { b: kindOf('job.done') }])).toThrow('same name');
  expect(() => new NotificationKinds([{ a: kindOf('Job.done') }])).toThrow('no kind of notification');
  expect(() => new NotificationKinds([{ a: kindOf('security.left', 'none') }])).toThrow('has to be mailed');
});

it('says what a kind says, in the language asked for and not without end', () => {
  const kinds = kindsOf(kindOf('job.done'));
  const row = { kind: 'job.done', data: {}, person: 'Anna', subjectId: '7' };
  const { title, text, href } = sayNotification(kinds, row, 'en');
  expect([title, Array.from(text).length, href]).toEqual(['Hello Anna', 2000, '/v1/things/7']);
  expect(sayNotification(kinds, row, 'de').title).toBe('Hallo');
  const gone = { title: 'job.gone', text: 'job.gone', href: null };
  expect(sayNotification(kinds, { ...row, kind: 'job.gone' }, 'en')).toEqual(gone);
});
