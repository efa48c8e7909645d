import { median } from './median.mjs';

const ofOneEntity = ['one-at-1', 'one-at-8', 'one-at-32'];

/**
 * What posting is to reach, as ratios of measurements that lie beside each other: they mean the same on every machine.
 * They are printed, never asserted by a test.
 *
 * @type {readonly { text: string, needs: string[], unit: string, wanted: number, atMost?: boolean, value: (rounds: Round[]) => number }[]}
 * @typedef {Record<string, { raw: import('./measure.mjs').Measurement, http?: import('./measure.mjs').Measurement }>} Round by series
 */
const goals = [
  {
    text: 'one legal entity, 8 clients: share of the raw limit',
    needs: ['one-at-8'],
    wanted: 0.4,
    unit: '×',
    value: (rounds) => median(rounds.map((round) => ofRaw(round['one-at-8']))),
  },
  {
    text: 'one legal entity: 32 clients keep of the rate of 8',
    needs: ['one-at-8', 'one-at-32'],
    wanted: 0.9,
    unit: '×',
    value: (rounds) => median(rounds.map((round) => round['one-at-32'].http.rate / round['one-at-8'].http.rate)),
  },
  {
    text: 'one legal entity: p99 at 1, 8 and 32 clients',
    needs: ofOneEntity,
    wanted: 60,
    unit: 'ms',
    atMost: true,
    value: (rounds) => Math.max(...ofOneEntity.map((id) => median(rounds.map((round) => round[id].http.p99)))),
  },
  {
    text: 'bulk of 100, 8 clients: share of raw batches',
    needs: ['bulk-at-8'],
    wanted: 0.6,
    unit: '×',
    value: (rounds) => median(rounds.map((round) => ofRaw(round['bulk-at-8']))),
  },
];

/** Those that the rounds can tell about. @param {Round[]} rounds */
export function judgeable(rounds) {
  return goals.filter(({ needs }) => needs.every((id) => rounds[0][id]?.http));
}

/** How much of the raw limit HTTP reached in the measurements beside each other. */
export const ofRaw = ({ raw, http }) => http.rate / raw.rate;
