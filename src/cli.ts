import { buildProgram } from './commands/program.js';

await buildProgram().parseAsync();
// What a command leaves open must not keep it from ending.
process.exit();
