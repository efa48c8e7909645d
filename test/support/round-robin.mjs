import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;

/** A balancer as one stands before several processes of Bureau: each request goes to the next one that is ready. */
export class RoundRobin {
  #agent = new Agent({ keepAlive: true });
  // Which headers are too long the processes say.
  #server = createServer({ maxHeaderSize: 256 * 1024 }, (incoming, outgoing) => this.#pass(incoming, outgoing));
  #targets = [];
  #ready = [];
  #turn = 0;
  #isClosed = false;

  /** @param targets base URLs */
  static async start(targets) {
    const made = new RoundRobin();
    made.#targets = made.#ready = targets;
    made.#server.listen(0, '127.0.0.1');
    await once(made.#server, 'listening');
    made.url = `http://127.0.0.1:${made.#server.address().port}`;
    void made.#watch();
    return made;
  }

  /** From now on, requests go to these, those that are ready. */
  pointAt(targets) {
    this.#targets = targets;
    this.#ready = targets;
  }

  close() {
    this.#isClosed = true;
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }

  async #watch() {
    while (!this.#isClosed) {
      const targets = this.#targets;
      const found = await Promise.all(targets.map((url) => isReady(url)));
      if (targets === this.#targets) this.#ready = targets.filter((_, index) => found[index]);
      await delay(LOOK_EVERY_MS, undefined, { ref: false });
    }
  }

  #pass(incoming, outgoing) {
    const among = this.#ready.length > 0 ? this.#ready : this.#targets;
    const target = new URL(among[this.#turn++ % among.length]);
    const { method, url: path, rawHeaders: headers } = incoming;
    const sent = request({ agent: this.#agent, hostname: target.hostname, port: target.port, method, path, headers });
    // Some are answered before their body has come.
    sent.flushHeaders();
    sent.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode, answer.statusMessage, headersOf(answer));
      answer.pipe(outgoing, { end: false });
      answer.on('end', () => {
        outgoing.addTrailers(answer.trailers);
        outgoing.end();
      });
      answer.on('aborted', () => outgoing.destroy());
    });
    // What is refused while it is being sent has its answer.
    sent.on('error', () => outgoing.headersSent || outgoing.destroy());
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) sent.destroy();
    });
    incoming.pipe(sent);
  }
}

/** What concerns the connection of the other side stays there. */
function headersOf({ rawHeaders }) {
  return rawHeaders.filter((_, at) => !/^(connection|keep-alive)$/i.test(rawHeaders[at - (at % 2)]));
}

async function isReady(url) {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
