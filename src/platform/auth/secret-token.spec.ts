import { newId } from '#kernel/id.js';
import { hashOf, newSecret, readSecret } from './secret-token.js';

const organizationId = newId();

it('names its organization, is another one every time, and is kept as a hash', () => {
  const [one, other] = [newSecret('bureau_live_', organizationId), newSecret('bureau_live_', organizationId)];
  expect(one.text).toMatch(/^bureau_live_[\w-]{64}$/);
  expect(one.text).not.toBe(other.text);
  expect(one.hash).toEqual(hashOf(one.text));
  expect(readSecret('bureau_live_', one.text)).toEqual({ organizationId, hash: one.hash });
});

it('is none with another beginning, length or letter', () => {
  const { text } = newSecret('bureau_live_', organizationId);
  expect(readSecret('bureau_invite_', text)).toBeUndefined();
  const broken = [
    text.slice(1),
    text.slice(0, -1),
    `${text}A`,
    ` ${text}`,
    text.toUpperCase(),
    text.replace(/.$/, '='),
  ];
  for (const one of [...broken, '', 'bureau_live_']) expect(readSecret('bureau_live_', one)).toBeUndefined();
});

it('has another hash when any letter is another', () => {
  const { text, hash } = newSecret('bureau_invite_', organizationId);
  for (let at = 'bureau_invite_'.length; at < text.length; at += 1) {
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect(readSecret('bureau_invite_', changed)?.hash).not.toEqual(hash);
  }
});
