import { tearDown } from './support/environment.mjs';

export default tearDown;
