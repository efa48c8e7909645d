import { hash } from '@node-rs/argon2';
import { newId } from '#kernel/id.js';
import { change, Door } from '../platform/door.js';
import { Wire } from '../platform/wire.js';
import { provision } from '../support/provision.js';
import { isLong, randomFrom, seed, wholeNumber } from '../support/seeded.js';

/** Fewer than attempts on one account have to wait after. */
const TRIES_OF_ONE = 8;
const samples = isLong ? wholeNumber('TIMING_SAMPLES', 1_000) : 24;

type Kind = 'known' | 'unknown';

let wire: Wire;
let door: Door;
beforeAll(() => {
  wire = new Wire();
  door = new Door(wire);
});
afterAll(() => wire.close());

/** As many addresses as attempts need: those of people who have a password that costs what it costs in earnest, and others. */
async function addressesOf(kind: Kind, passwordHash: string): Promise<string[]> {
  const addresses: string[] = [];
  for (let at = 0; at < Math.ceil(samples / TRIES_OF_ONE); at += 1) {
    if (kind === 'unknown') {
      addresses.push(`${newId()}@example.com`);
      continue;
    }
    const { email, userId } = await provision();
    await change('UPDATE identity.user_account SET password_hash = $2 WHERE id = $1', [userId, passwordHash]);
    addresses.push(email);
  }
  return addresses;
}

interface Sample {
  kind: Kind;
  milliseconds: number;
  answer: string;
}

/** Sign-ins with a wrong password, of either kind in a random order, one after the other. */
async function sample(): Promise<Sample[]> {
  const passwordHash = await hash('the password that nobody tries', {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  const addresses = {
    known: await addressesOf('known', passwordHash),
    unknown: await addressesOf('unknown', passwordHash),
  };
  const random = randomFrom(seed);
  const taken: Sample[] = [];
  for (let round = 0; round < samples; round += 1) {
    const order: Kind[] = random() < 0.5 ? ['known', 'unknown'] : ['unknown', 'known'];
    for (const kind of order) {
      const email = addresses[kind][Math.floor(round / TRIES_OF_ONE)]!;
      const began = performance.now();
      const { status, headers, text } = await door.signIn({ email, password: 'a wrong password' });
      const milliseconds = performance.now() - began;
      const { date: _date, 'request-id': _id, ...told } = headers;
      const { requestId: _request, ...body } = JSON.parse(text) as Record<string, unknown>;
      taken.push({ kind, milliseconds, answer: JSON.stringify([status, told, body]) });
    }
  }
  return taken;
}

/** How often a sign-in of one kind takes longer than one of the other: 0.5 where nothing tells them apart (Mann-Whitney). */
function share(taken: readonly Sample[]): number {
  const times = (kind: Kind) => taken.filter((one) => one.kind === kind).map((one) => one.milliseconds);
  const [known, unknown] = [times('known'), times('unknown')];
  let longer = 0;
  for (const one of known) for (const other of unknown) longer += one > other ? 1 : one === other ? 0.5 : 0;
  return longer / (known.length * unknown.length);
}

it(
  'tells unknown people from known ones by nothing',
  async () => {
    const taken = await sample();
    expect(new Set(taken.map(({ answer }) => answer)).size).toBe(1);
    expect(JSON.parse(taken[0]!.answer)).toMatchObject([401, {}, { code: 'unauthenticated' }]);
    const found = share(taken);
    console.log(
      `${samples} sign-ins of either kind: a known one takes longer ${(found * 100).toFixed(1)} % of the time`,
    );
    // Of 1,000 samples the share strays by 0.013 (one standard deviation); a hash that is left out makes it 1.
    expect(Math.abs(found - 0.5)).toBeLessThan(isLong ? 0.06 : Infinity);
  },
  isLong ? 600_000 : 60_000,
);

it('would be seen if one kind took a millisecond more', () => {
  const random = randomFrom(seed);
  const times = Array.from({ length: 1_000 }, () => 15 + random() * 3);
  const taken = times.flatMap((milliseconds): Sample[] => [
    { kind: 'known', milliseconds: milliseconds + 1, answer: '' },
    { kind: 'unknown', milliseconds, answer: '' },
  ]);
  expect(share(taken)).toBeGreaterThan(0.6);
});
