import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editFault, editsOf, redefinedIn } from './plant.mjs';
import { plantedFaults } from './planted-faults.mjs';

// `npm run teeth` plants each of these faults and expects the specs that it names to fail. That takes long; that each can
// still be planted is seen here.

const root = join(__dirname, '../..');

it('are more than thirty, each under a name of its own', () => {
  const names = plantedFaults.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(plantedFaults.map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
  it('can be planted in the sources as they are', () => {
    expect(editsOf(fault).flatMap((edit) => editFault(root, edit) ?? [])).toEqual([]);
  });

  it('is planted where it has an effect', () => {
    expect(editsOf(fault).flatMap((edit) => redefinedIn(root, edit))).toEqual([]);
  });

  it('names specs that are there', () => {
    expect(fault.specs.length).toBeGreaterThan(0);
    expect(fault.specs.filter((spec) => !spec.endsWith('.spec.ts') || !existsSync(join(root, spec)))).toEqual([]);
  });
});
