/**
 * What the lockfile must be, whatever the registry says today. All faults are told at once, each with what to do.
 */
export function lockfileFaults({ manifest, lock, policy }) {
  const packages = packagesOf(lock);
  return [
    ...unpinned(manifest),
    ...packages.flatMap((one) => [...unsealed(one), ...unlicensed(one, policy)]),
    ...undecidedScripts(packages, manifest.allowScripts ?? {}),
    ...stale(Object.keys(policy.declared), packages, 'licence is declared'),
    ...stale(Object.keys(policy.youngPackages), packages, 'age is excepted'),
  ];
}

/** What is installed from elsewhere; not the project itself. */
export function packagesOf(lock) {
  if (lock.lockfileVersion !== 3) throw new Error(`package-lock.json has version ${lock.lockfileVersion}, not 3.`);
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => {
      const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { ...entry, path, name, id: `${name}@${entry.version}` };
    });
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

function unpinned({ dependencies = {}, devDependencies = {}, optionalDependencies = {}, overrides = {} }) {
  const chosen = [...Object.entries(dependencies), ...Object.entries(devDependencies)];
  return [...chosen, ...Object.entries(optionalDependencies), ...flat(overrides)]
    .filter(([, version]) => !EXACT.test(version) && !version.startsWith('$'))
    .map(([name, version]) => `${name} is "${version}" in package.json: pin it to one version, such as 1.2.3.`);
}

const flat = (overrides) =>
  Object.entries(overrides).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one]] : flat(one)));

/** From the registry that npm is set to, and as it was when it was added. */
function unsealed({ id, version, resolved, integrity, link, inBundle }) {
  if (link) return [`${id} is a link to a folder: install it from the registry.`];
  const faults = [];
  if (!EXACT.test(version ?? '')) faults.push(`${id} has no version.`);
  if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) {
    faults.push(`${id} comes from ${resolved}: install it from the registry.`);
  }
  if (!inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) {
    faults.push(`${id} has no SHA-512 integrity: remove it from package-lock.json and install it again.`);
  }
  return faults;
}

function unlicensed({ id, license, dev }, { licences, licencesOfTools, declared }) {
  const licence = declared[id]?.licence ?? license;
  const allowed = new Set(dev ? [...licences, ...licencesOfTools] : licences);
  if (licence !== undefined && isAllowed(licence, allowed)) return [];
  const where = 'scripts/supply-chain/policy.json';
  return [
    licence === undefined
      ? `${id} names no licence: read it, and declare it with the reason in ${where}, or do without the package.`
      : `${id} is under ${licence}, which is not allowed: do without the package, or decide on the licence in ${where}.`,
  ];
}

/** Of SPDX expressions those that only choose or only add up; any other is unknown. */
function isAllowed(expression, allowed) {
  const text = expression.replace(/^\(([^()]*)\)$/, '$1');
  const choices = text.split(' OR ');
  if (choices.length > 1) return choices.some((one) => allowed.has(one)) && !text.includes(' AND ');
  return text.split(' AND ').every((one) => allowed.has(one));
}

/** Nothing of others runs at an installation unless `allowScripts` of package.json says so. */
function undecidedScripts(packages, allowScripts) {
  const names = new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));
  const undecided = [...names].filter((name) => typeof allowScripts[name] !== 'boolean');
  const gone = Object.keys(allowScripts).filter((name) => !names.has(name));
  return [
    ...undecided.map(
      (name) => `${name} has an install script: say in allowScripts of package.json whether it may run.`,
    ),
    ...gone.map((name) => `${name} has no install script: take it out of allowScripts of package.json.`),
  ];
}

function stale(ids, packages, what) {
  const present = new Set(packages.map(({ id }) => id));
  return ids
    .filter((id) => !present.has(id))
    .map((id) => `${id}, whose ${what} in scripts/supply-chain/policy.json, is not installed: take it out there.`);
}
