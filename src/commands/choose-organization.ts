import type { NamedOrganization } from './organizations.js';

/** The organization that a command is about. @throws Error that names what there is to choose from */
export function chooseOrganization(all: readonly NamedOrganization[], wanted: string | undefined): NamedOrganization {
  const named = all.filter(({ id, name }) => wanted === undefined || id === wanted.toLowerCase() || name === wanted);
  const [chosen] = named;
  if (chosen && named.length === 1) return chosen;
  if (all.length === 0) throw new Error('There is no organization yet.');
  const list = (chosen ? named : all).map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  if (chosen) throw new Error(`Say which organization: --organization <id>.\n${list}`);
  throw new Error(`There is no organization ${wanted}.\n${list}`);
}
