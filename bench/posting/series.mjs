/**
 * @typedef {object} Series what is measured, by the raw driver and over HTTP
 * @property {string} id
 * @property {string} name
 * @property {number} clients that post at the same time
 * @property {number} entities legal entities that they post to, in turn
 * @property {number} size entries of one command; above one it is a bulk
 */

/** @type {readonly Series[]} */
const allSeries = [
  { id: 'one-at-1', name: 'one legal entity', clients: 1, entities: 1, size: 1 },
  { id: 'one-at-8', name: 'one legal entity', clients: 8, entities: 1, size: 1 },
  { id: 'one-at-32', name: 'one legal entity', clients: 32, entities: 1, size: 1 },
  { id: 'twenty-at-32', name: 'twenty legal entities', clients: 32, entities: 20, size: 1 },
  { id: 'bulk-at-8', name: 'bulk of 100', clients: 8, entities: 1, size: 100 },
];

/** @param {string[]} [ids] all where left out @returns {readonly Series[]} in the order of the table */
export function seriesOf(ids) {
  const unknown = (ids ?? []).filter((id) => !allSeries.some((series) => series.id === id));
  if (unknown.length > 0) {
    const known = allSeries.map(({ id }) => id).join(', ');
    throw new Error(`There is no series ${unknown.join(', ')}; there are ${known}.`);
  }
  return allSeries.filter(({ id }) => ids?.includes(id) ?? true);
}

/** Connections to the database, for the API and for the raw driver alike. */
export const poolSize = 10;
