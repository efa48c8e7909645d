// `npm run bureau -- <command>`: what an operator does from the command line.
import { launch } from './launch.mjs';

// Files on the command line are named from where the command is given; npm says where that was.
process.env.INIT_CWD ??= process.cwd();
await launch('cli');
