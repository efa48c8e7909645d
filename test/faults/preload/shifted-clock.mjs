// Loaded before a server (`NODE_OPTIONS=--import …`): its clock is wrong by as many milliseconds as a file says, which is
// read again with every SIGUSR2. It runs on; the database has another one.
import { readFileSync, writeFileSync } from 'node:fs';

const RealDate = Date;
const file = process.env.TEST_CLOCK_FILE;
let shift = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + shift] : given));
  }

  static now() {
    return RealDate.now() + shift;
  }
};

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(file, 'utf8'));
  writeFileSync(`${file}.read`, String(shift));
});
