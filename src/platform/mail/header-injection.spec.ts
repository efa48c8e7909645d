import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { isMailAddress, readMailAddress } from './mail-address.js';
import { composedMail } from './mail-transport.js';
import { inOneLine, renderMail } from './render-mail.js';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The headers of the message as they go over the wire, and where it would go. */
async function sent(word: string, to = 'anna@example.com') {
  const content = { subject: word, parts: [{ paragraph: word }], footer: word };
  const message = {
    id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    from: { name: 'Bureau', address: 'bureau@example.com' },
    to,
    date: new Date('2026-01-31T08:30:00Z'),
    ...renderMail(content, 'en'),
  };
  const { message: whole, envelope } = await composer.sendMail(composedMail(message));
  const [head = ''] = (whole as Buffer).toString('latin1').split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  return { names: lines.map((line) => line.split(':', 1)[0]), envelope, lines };
}

const headers = ['Auto-Submitted', 'From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'];

const breaks = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\u0000', '%0d%0a', '=0D=0A', '\\r\\n'];
const smuggled = ['Bcc: all@example.com', 'Content-Type: text/html', '\r\n<script>', '.\r\nMAIL FROM:<x@y>', 'To: b@c'];
const corpus = breaks.flatMap((end) =>
  smuggled.flatMap((line) => [`Hi${end}${line}`, `${end}${line}`, `=?utf-8?Q?${end}${line}?=`]),
);

it(`what is said puts no header into a mail (${corpus.length} ways)`, async () => {
  const mails = await Promise.all(corpus.map((word) => sent(word)));
  for (const { names, envelope } of mails) {
    expect([names, envelope]).toEqual([headers, { from: 'bureau@example.com', to: ['anna@example.com'] }]);
  }
});

it('nor does anything else that can be said', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (word) => {
      const { names } = await sent(word);
      expect(names).toEqual(headers.filter((name) => name !== 'Subject' || inOneLine(word) !== ''));
    }),
    { numRuns: 25 },
  ));

it('carries what identifies it, the same for every attempt', async () => {
  const [first, second] = [await sent('x'), await sent('x')];
  expect(first.lines.filter((line) => /^(?:Message-ID|Date|Auto)/.test(line))).toEqual([
    'Auto-Submitted: auto-generated',
    'Message-ID: <0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11@example.com>',
    'Date: Sat, 31 Jan 2026 08:30:00 +0000',
  ]);
  expect(second.lines.slice(0, 6)).toEqual(first.lines.slice(0, 6));
});

const addresses = [
  ...breaks.slice(0, 9).flatMap((end) => [`anna${end}@example.com`, `anna@example.com${end}Bcc:b@c`]),
  'anna@example.com,all@example.com',
  'anna@example.com;b@c',
  '<anna@example.com>',
  'Anna <anna@example.com>',
  '"anna b"@example.com',
  'anna@[192.0.2.1]',
  'anna',
  '@example.com',
  'anna@',
  'a@b@c',
  'anna\\@example.com',
  '(x)anna@example.com',
  'group:a@b;',
  '@a,@b:c@d',
  '',
  ' ',
  `${'x'.repeat(65)}@example.com`,
  'a@\u202Eexample.com',
];
it.each(addresses)('%j is no address to send to', (address) => {
  expect(isMailAddress(address)).toBe(false);
});

it.each(['anna@example.com', 'anna.berg+office@mail.example.com', "o'brien@example.com", 'änne@bücher.example'])(
  '%s is one',
  async (address) => {
    expect(isMailAddress(address)).toBe(true);
    expect((await sent('x', address)).envelope).toMatchObject({ to: [expect.stringContaining('@')] });
  },
);

it.each([
  ['bureau@example.com', { name: '', address: 'bureau@example.com' }],
  ['Back office <bureau@example.com>', { name: 'Back office', address: 'bureau@example.com' }],
  ['<bureau@example.com>', { name: '', address: 'bureau@example.com' }],
  ['Bureau <bureau@example.com> x', undefined],
  ['a\r\nBcc: b <bureau@example.com>', undefined],
  ['a@b, c@d', undefined],
])('the sender %j is %j', (text, address) => {
  expect(readMailAddress(text)).toEqual(address);
});
