import fc from 'fast-check';
import type { MailContent } from './mail-content.js';
import { inOneLine, renderMail } from './render-mail.js';

const content: MailContent = {
  subject: 'Invitation to Berg & Co',
  parts: [
    { paragraph: 'Anna <anna@example.com> invites you.' },
    { link: 'https://office.example.com/invitations/accept#a"b', label: 'Accept' },
    { code: 'bureau_invite_x', label: 'Your token' },
    { items: [{ title: '1 < 2', text: "It's so" }] },
  ],
  footer: 'Ignore it & nothing happens.',
};

it('makes text as people read it', () => {
  expect(renderMail(content, 'en').text).toBe(
    [
      'Anna <anna@example.com> invites you.',
      'Accept:\nhttps://office.example.com/invitations/accept#a"b',
      'Your token:\nbureau_invite_x',
      "* 1 < 2\n  It's so",
      '-- \nIgnore it & nothing happens.',
    ].join('\n\n'),
  );
});

it('makes HTML in which every value is text', () => {
  const { html } = renderMail(content, 'de');
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<p>Anna &lt;anna@example.com&gt; invites you.</p>');
  expect(html).toContain('<a href="https://office.example.com/invitations/accept#a&quot;b">Accept</a>');
  expect(html).toContain('<b>1 &lt; 2</b><br>It&#39;s so');
});

it('has the same elements, whatever is said', () => {
  const elements = (html: string) => html.match(/<[^>]*>/g)!.map((tag) => tag.replace(/"[^"]*"/g, '""'));
  const say = (word: string): MailContent => ({
    subject: word,
    parts: [
      { paragraph: word },
      { link: word, label: word },
      { code: word, label: word },
      { items: [{ title: word, text: word }] },
    ],
    footer: word,
  });
  const plain = elements(renderMail(say('word'), 'en').html);
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('</p><script>x</script>', '" onclick="x', "'><img src=x>", '<!--', ']]>', '&lt;script&gt;'),
  );
  fc.assert(fc.property(nasty, (word) => expect(elements(renderMail(say(word), 'en').html)).toEqual(plain)));
});

it.each([
  ['Hello\r\nBcc: all@example.com', 'Hello Bcc: all@example.com'],
  ['a\u2028b\u0085c\u0000d\tе', 'a b c d е'],
  ['  spaced   out ', 'spaced out'],
  ['\u202Edlrow', 'dlrow'],
  ['x'.repeat(300), 'x'.repeat(200)],
  ['😀'.repeat(201), '😀'.repeat(200)],
])('%j is one line', (text, line) => {
  expect(inOneLine(text)).toBe(line);
});
