import fc from 'fast-check';
import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { type DunnedItem, type DunningDay, type DunningStep, planDunning } from './plan-dunning.js';

const runOn = '2026-04-30' as CalendarDate;
const step = (level: number, change: Partial<DunningStep> = {}): DunningStep => ({
  id: `level ${level}`,
  level,
  daysOverdue: 10 * level,
  daysSinceLast: 7,
  daysToPay: 14,
  minimumAmounts: new Map(),
  fees: new Map(),
  interest: undefined,
  postsCharges: true,
  ...change,
});
const stepsOf = (...steps: DunningStep[]) => new Map(steps.map((one) => [one.level, one]));
const three = stepsOf(step(1), step(2), step(3));
const item = (change: Partial<DunnedItem> = {}): DunnedItem => ({
  id: 'item',
  partyId: 'party',
  partyNumber: '10001',
  partyName: 'Nordlicht GmbH',
  currency: 'EUR',
  dueOn: '2026-04-01' as CalendarDate,
  openAmount: new Decimal('100.00'),
  isCharge: false,
  lastLevel: 0,
  lastRemindedOn: null,
  interestThrough: null,
  isPartyBlocked: false,
  isPartyOnHold: false,
  blockReason: null,
  ...change,
});
const day = (change: Partial<DunningDay> = {}): DunningDay => ({
  runOn,
  includesPartiesOnHold: false,
  exclusions: { parties: new Map(), items: new Map() },
  ...change,
});
const only = (items: readonly DunnedItem[], steps = three, on = day()) => planDunning(items, steps, on)[0]!;
const due = (days: number) => addDays(runOn, -days);

describe('the level of an item', () => {
  it.each<[string, Partial<DunnedItem>, number, string | undefined]>([
    ['first', { dueOn: due(10) }, 1, undefined],
    ['a day too early', { dueOn: due(9) }, 1, 'not_overdue_enough'],
    ['one at a time, however late', { dueOn: due(300) }, 1, undefined],
    ['the next', { dueOn: due(20), lastLevel: 1, lastRemindedOn: due(7) }, 2, undefined],
    ['not after six days', { dueOn: due(20), lastLevel: 1, lastRemindedOn: due(6) }, 2, 'reminded_recently'],
    ['nor before the last one', { dueOn: due(20), lastLevel: 1, lastRemindedOn: due(-3) }, 2, 'reminded_recently'],
    ['none after the last', { dueOn: due(90), lastLevel: 3, lastRemindedOn: due(30) }, 3, 'last_level_reached'],
    ['blocked', { dueOn: due(90), blockReason: 'Disputed' }, 1, 'item_blocked'],
  ])('%s', (_, change, level, code) => {
    const proposal = only([item(change)]);
    expect(proposal.items[0]).toMatchObject({ level, skip: code === undefined ? null : { code } });
    expect(proposal.step?.level ?? null).toBe(code === undefined ? level : null);
  });

  it('is none where there are no levels', () => {
    expect(only([item()], new Map())).toMatchObject({ step: null, items: [{ skip: { code: 'no_level' } }] });
  });
});

describe('the letter', () => {
  it('is at the highest level of its items, with its fee, and to be paid in its days', () => {
    const steps = stepsOf(
      step(1, { fees: new Map([['EUR', new Decimal(5)]]) }),
      step(2, { fees: new Map([['EUR', new Decimal(9)]]) }),
    );
    const items = [item({ id: 'a' }), item({ id: 'b', lastLevel: 1, lastRemindedOn: due(9) })];
    const { step: found, fee, total, payBy } = only(items, steps);
    expect([found?.level, fee.toFixed(2), total.toFixed(2), payBy]).toEqual([2, '9.00', '209.00', '2026-05-14']);
  });

  it('is one for each customer and currency', () => {
    const items = [item({ id: 'a' }), item({ id: 'b', currency: 'USD' }), item({ id: 'c', partyId: 'other' })];
    expect(planDunning(items, three, day()).map(({ partyId, currency }) => [partyId, currency])).toEqual([
      ['party', 'EUR'],
      ['party', 'USD'],
      ['other', 'EUR'],
    ]);
  });

  const credit = (amount: string) => item({ id: 'credit', openAmount: new Decimal(amount).negated() });
  const minimum = stepsOf(step(1, { minimumAmounts: new Map([['EUR', new Decimal('50')]]) }));
  it.each<[string, DunnedItem[], string | undefined, Partial<DunningDay>?, typeof three?]>([
    ['of less than what is overdue by what is in credit', [item(), credit('60.00')], undefined],
    ['not where credits cover it', [item(), credit('100.00')], 'covered_by_credits'],
    ['not below the minimum', [item(), credit('50.01')], 'below_minimum', {}, minimum],
    ['at the minimum', [item(), credit('50.00')], undefined, {}, minimum],
    ['not to who is blocked', [item({ isPartyBlocked: true })], 'party_blocked'],
    ['not to who is on hold', [item({ isPartyOnHold: true })], 'party_on_hold'],
    ['but where the run says so', [item({ isPartyOnHold: true })], undefined, { includesPartiesOnHold: true }],
    [
      'not to who is left out',
      [item()],
      'excluded',
      { exclusions: { parties: new Map([['party EUR', 'Called']]), items: new Map() } },
    ],
  ])('is %s', (_, items, code, change = {}, steps = three) => {
    const proposal = only(items, steps, day(change));
    expect(proposal.skip?.code).toBe(code);
    expect(proposal.step === null).toBe(code !== undefined);
  });

  it('leaves items out that people have left out, and says why', () => {
    const exclusions = { parties: new Map<string, string>(), items: new Map([['a', 'Paid by cheque']]) };
    const proposal = only([item({ id: 'a' }), item({ id: 'b' })], three, day({ exclusions }));
    expect(proposal.overdue.toFixed(2)).toBe('100.00');
    expect(proposal.items.map(({ skip }) => skip)).toEqual([{ code: 'excluded', reason: 'Paid by cheque' }, null]);
  });
});

describe('interest', () => {
  const bearing = (postsCharges: boolean) =>
    stepsOf(step(1, { interest: { rate: new Decimal('3.65'), dayCount: 'act_365' }, postsCharges }));
  it.each<[string, Partial<DunnedItem>, boolean, string, string | null]>([
    ['since it was due', { dueOn: due(10) }, true, '0.10', due(10)],
    ['since it was charged', { dueOn: due(40), interestThrough: due(10) }, true, '0.10', due(10)],
    ['again where it is only told', { dueOn: due(40), interestThrough: due(10) }, false, '0.40', due(40)],
    ['not of charges', { dueOn: due(10), isCharge: true }, true, '0.00', null],
    ['not where it is charged through the day', { dueOn: due(40), interestThrough: runOn }, true, '0.00', null],
  ])('is counted %s', (_, change, postsCharges, interest, interestAfter) => {
    const [proposed] = only([item(change)], bearing(postsCharges)).items;
    expect([proposed!.interest.toFixed(2), proposed!.interestAfter]).toEqual([interest, interestAfter]);
  });
});

const anyItem = fc.record({
  id: fc.uuid(),
  partyId: fc.constantFrom('a', 'b'),
  currency: fc.constantFrom('EUR', 'JPY'),
  dueOn: fc.integer({ min: 1, max: 60 }).map(due),
  openAmount: fc
    .integer({ min: -500, max: 500 })
    .filter(Boolean)
    .map((amount) => new Decimal(amount)),
  isCharge: fc.boolean(),
  lastLevel: fc.integer({ min: 0, max: 3 }),
  remindedBefore: fc.integer({ min: 0, max: 20 }),
  isPartyBlocked: fc.boolean(),
  blockReason: fc.constantFrom(null, null, 'Disputed'),
});

it('never skips a level, reminds of nothing that is not due for it, and adds up', () => {
  const interest = { rate: new Decimal(9), dayCount: 'act_365' } as const;
  const steps = stepsOf(
    step(1),
    step(2, { interest }),
    step(3, { interest, fees: new Map([['EUR', new Decimal(5)]]) }),
  );
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 12 }), (drawn) => {
      const items = drawn.map(({ remindedBefore, ...one }) =>
        item({ ...one, lastRemindedOn: one.lastLevel === 0 ? null : due(remindedBefore) }),
      );
      const proposals = planDunning(items, steps, day());
      const told = proposals.flatMap((proposal) => proposal.items.map((one) => one.item.id));
      expect(told.sort()).toEqual(
        items
          .filter(({ openAmount }) => openAmount.isPositive())
          .map(({ id }) => id)
          .sort(),
      );
      for (const { step: at, items: all, overdue, credits, fee, interest: charged, total, skip } of proposals) {
        expect(total).toEqual(overdue.minus(credits).plus(fee).plus(charged));
        expect(sum(all.map((one) => one.interest))).toEqual(charged);
        if (!at) continue;
        expect(skip).toBeNull();
        const reminded = all.filter((one) => one.skip === null);
        expect(overdue.minus(credits).greaterThan(zero)).toBe(true);
        expect(Math.max(...reminded.map(({ level }) => level))).toBe(at.level);
        for (const { item: one, level, daysOverdue } of reminded) {
          expect(level).toBe(one.lastLevel + 1);
          expect(daysOverdue).toBeGreaterThanOrEqual(steps.get(level)!.daysOverdue);
          expect(daysBetween(one.lastRemindedOn ?? due(7), runOn)).toBeGreaterThanOrEqual(7);
          expect(one.blockReason).toBeNull();
        }
      }
    }),
  );
});
