import { isId, newId } from './id.js';

const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('newId', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is a UUIDv7 of the present millisecond', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(timeOf(id)).toBeGreaterThanOrEqual(before);
    expect(timeOf(id)).toBeLessThanOrEqual(Date.now());
  });

  it('increases strictly inside one millisecond and when the clock steps back', () => {
    const start = Date.now() + 1000;
    const clock = jest.spyOn(Date, 'now');
    const ids = [start, start, start - 60_000, start - 60_000, start, start + 1].flatMap((now) => {
      clock.mockReturnValue(now);
      return Array.from({ length: 5_000 }, newId);
    });
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map(timeOf))).toEqual(new Set([start, start + 1]));
  });
});

describe('isId', () => {
  it.each([
    '0199b1c2-7a3b-7c4d-8e5f-0123456789ab',
    '0199B1C2-7A3B-7C4D-8E5F-0123456789AB',
    '9f2c1b1e-5f0a-4c1d-9b7e-3a2b1c0d9e8f',
    'c232ab00-9414-11ec-b3c8-9f6bdeced846',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ])('accepts %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  it.each([
    '',
    '0199b1c27a3b7c4d8e5f0123456789ab',
    '{0199b1c2-7a3b-7c4d-8e5f-0123456789ab}',
    'urn:uuid:0199b1c2-7a3b-7c4d-8e5f-0123456789ab',
    '0199b1c2-7a3b-7c4d-8e5f-0123456789a',
    '0199b1c2-7a3b-7c4d-8e5f-0123456789abc',
    '0199b1c2-7a3b-7c4d-8e5f-0123456789ag',
    '0199b1c2-7a3b-7c4d-ce5f-0123456789ab',
    '0199b1c2-7a3b-9c4d-8e5f-0123456789ab',
    '0199b1c2-7a3b-7c4d-8e5f-0123456789ab\n',
    "' OR 1=1 --",
  ])('refuses %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});
