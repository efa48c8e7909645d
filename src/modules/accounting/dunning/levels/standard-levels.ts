import type { LevelContent } from './dunning-levels.repository.js';

const nothing = { minimumAmounts: [], fees: [], interest: null, postsCharges: false, texts: [] };

/** Three steps that cost nothing, with the words that Bureau has: what to begin with, and to change. */
export const standardLevels: readonly LevelContent[] = [
  { name: 'Reminder', daysOverdue: 7, daysSinceLast: 14, daysToPay: 10, ...nothing },
  { name: 'Second reminder', daysOverdue: 21, daysSinceLast: 14, daysToPay: 10, ...nothing },
  { name: 'Final reminder', daysOverdue: 35, daysSinceLast: 14, daysToPay: 7, ...nothing },
];
