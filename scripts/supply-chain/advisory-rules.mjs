const BLOCKING = ['high', 'critical'];

/**
 * What the answer of `npm audit --json` says against what is installed: advisories of high severity and above that
 * policy.json does not except until a day, and exceptions that are over or for nothing.
 *
 * @param today as YYYY-MM-DD
 */
export function advisoryFaults(report, exceptions, today) {
  const found = new Map();
  for (const { name, via } of Object.values(report.vulnerabilities)) {
    // A word in place of an advisory names the package that has it, which is in the list by itself.
    for (const advisory of via.filter((one) => typeof one === 'object' && BLOCKING.includes(one.severity))) {
      found.set(advisory.url.split('/').at(-1), `${name}: ${advisory.title} (${advisory.severity}, ${advisory.url})`);
    }
  }
  const isOver = (id) => !(exceptions[id].until >= today);
  return [
    ...[...found].filter(([id]) => !exceptions[id]).map(([, text]) => text),
    ...[...found]
      .filter(([id]) => exceptions[id] && isOver(id))
      .map(([id, text]) => `${text}: excepted until ${exceptions[id].until} only.`),
    ...Object.keys(exceptions)
      .filter((id) => !found.has(id))
      .map((id) => `${id} is excepted in scripts/supply-chain/policy.json and not found: take it out there.`),
  ];
}

/** Packages that a change adds to the lockfile, or brings in another version. */
export function addedPackages(before, after) {
  const known = new Set(before.map(({ id }) => id));
  return [...new Map(after.filter(({ id }) => !known.has(id)).map((one) => [one.id, one])).values()];
}

/**
 * What was published fewer days ago than the policy wants: most poisoned versions are found within a week.
 *
 * @param published when, by `name@version`; undefined where the registry does not know it
 */
export function youngFaults(added, published, { leastAgeInDays, youngPackages }, now) {
  const latest = now.getTime() - leastAgeInDays * 86_400_000;
  return added
    .filter(({ id }) => !youngPackages[id])
    .flatMap(({ id }) => {
      const when = published[id];
      if (when === undefined) return [`${id} is not in the registry, as far as it says.`];
      return Date.parse(when) <= latest
        ? []
        : [`${id} was published on ${when}: wait until it is ${leastAgeInDays} days old.`];
    });
}
