// `npm run worker`: the process that takes jobs from the queue of a DATABASE_URL.
import { launch } from './launch.mjs';

await launch('worker');
