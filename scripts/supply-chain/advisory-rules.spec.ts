import { addedPackages, advisoryFaults, type AuditReport, youngFaults } from './advisory-rules.mjs';

const today = '2026-03-05';

/** As `npm audit --json` tells it: the package that has the advisory, and one that needs that package. */
const reportOf = (severity: string, id = 'GHSA-aaaa-bbbb-cccc'): AuditReport => ({
  vulnerabilities: {
    one: { name: 'one', via: [{ title: 'Reads any file', severity, url: `https://github.com/advisories/${id}` }] },
    needing: { name: 'needing', via: ['one'] },
  },
});
const found = 'one: Reads any file (high, https://github.com/advisories/GHSA-aaaa-bbbb-cccc)';

describe('advisories', () => {
  it.each(['high', 'critical'])('of %s severity are refused', (severity) => {
    expect(advisoryFaults(reportOf(severity), {}, today)).toEqual([found.replace('high', severity)]);
  });

  it.each(['info', 'low', 'moderate'])('of %s severity are not', (severity) => {
    expect(advisoryFaults(reportOf(severity), {}, today)).toEqual([]);
  });

  it.each([
    ['2026-03-06', []],
    ['2026-03-05', []],
    ['2026-03-04', [`${found}: excepted until 2026-03-04 only.`]],
    // What is no day excepts nothing.
    ['', [`${found}: excepted until  only.`]],
  ])('are excepted until %j', (until, faults) => {
    const exceptions = { 'GHSA-aaaa-bbbb-cccc': { until, reason: 'not reachable: no file names come in' } };
    expect(advisoryFaults(reportOf('high'), exceptions, today)).toEqual(faults);
  });

  it('are not excepted for ever: what is not found any more has to go', () => {
    const exceptions = { 'GHSA-aaaa-bbbb-cccc': { until: '2030-01-01', reason: 'none' } };
    expect(advisoryFaults({ vulnerabilities: {} }, exceptions, today)).toEqual([
      expect.stringContaining('take it out'),
    ]);
    expect(advisoryFaults(reportOf('high', 'GHSA-dddd'), exceptions, today)).toHaveLength(2);
  });
});

describe('packages that a change adds', () => {
  const now = new Date('2026-03-05T12:00:00.000Z');
  const policy = { leastAgeInDays: 7, youngPackages: {} };
  const one = { id: 'one@1.2.3' };

  it('are those of another version too, each once', () => {
    const after = [one, { id: 'one@1.2.4' }, { id: 'two@1.0.0' }, { id: 'two@1.0.0' }];
    expect(addedPackages([one], after).map(({ id }) => id)).toEqual(['one@1.2.4', 'two@1.0.0']);
  });

  it.each([
    ['2026-02-26T12:00:00.000Z', []],
    ['2026-02-26T12:00:00.001Z', [expect.stringContaining('wait until it is 7 days old')]],
    ['2026-03-05T11:00:00.000Z', [expect.stringContaining('wait until it is 7 days old')]],
    ['no day', [expect.stringContaining('wait until it is 7 days old')]],
    [undefined, [expect.stringContaining('is not in the registry')]],
  ])('may have been published at %s', (when, faults) => {
    expect(youngFaults([one], { 'one@1.2.3': when }, policy, now)).toEqual(faults);
  });

  it('may be younger with a reason', () => {
    const youngPackages = { 'one@1.2.3': { reason: 'closes GHSA-aaaa-bbbb-cccc' } };
    expect(youngFaults([one], {}, { ...policy, youngPackages }, now)).toEqual([]);
  });
});
