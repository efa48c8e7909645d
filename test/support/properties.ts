import { configureGlobal } from 'fast-check';
import { seed } from './seeded.js';

// Every property draws the same in every `npm test`; `npm run verify:long` looks where nobody has looked before.
configureGlobal({ seed });
