// The load generator: a process of its own, so that what it costs is known and is not the API's. See load-generator.mjs.
import { HttpDriver } from './http-driver.mjs';
import { measure } from './measure.mjs';
import { RawDriver } from './raw-driver.mjs';

let drivers;
let pids;
let commands = 0;

const tasks = {
  prepare({ url, ownerUrl, poolSize, books, answers, apiPid, postgresPid }) {
    drivers = {
      raw: new RawDriver({ ownerUrl, poolSize, books, answers }),
      http: new HttpDriver({ url, books }),
    };
    pids = { apiPid, postgresPid };
  },

  async measure({ driver, series, seconds, token }) {
    /** @type {number[][]} numbers that were acknowledged, for each legal entity */
    const acknowledged = Array.from({ length: series.entities }, () => []);
    let posted = 0;
    const { calls, close } = await drivers[driver].open(series, token);
    try {
      const measurement = await measure(calls, {
        ...pids,
        seconds,
        nextCommand: () => commands++,
        onPosted: (command, numbers) => {
          posted++;
          acknowledged[command % series.entities].push(...numbers);
        },
      });
      return { measurement, acknowledged, commands: posted };
    } finally {
      await close();
    }
  },
};

process.on('message', ({ task, ...details }) => {
  void answer(task, details).then((message) => process.send(message));
});
process.on('disconnect', () => process.exit(0));

async function answer(task, details) {
  try {
    return { result: await tasks[task](details) };
  } catch (error) {
    return { error: error.stack };
  }
}
