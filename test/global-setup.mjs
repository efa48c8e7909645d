import { setUp } from './support/environment.mjs';

export default setUp;
