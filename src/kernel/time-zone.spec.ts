import { isTimeZone } from './time-zone.js';

it.each(['Europe/Stockholm', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+3'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

it.each(['', 'Mars/Olympus', '+02:00', 'Europe/', '/Stockholm', 'Europe Stockholm', 'Europe/Stockholm ', '../UTC'])(
  '%j is none',
  (name) => expect(isTimeZone(name)).toBe(false),
);
