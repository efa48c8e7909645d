// `npm start`: the API.
import { launch } from './launch.mjs';

await launch('main');
