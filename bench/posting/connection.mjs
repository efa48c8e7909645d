import { connect } from 'node:net';

const answerLimit = 30_000;

/**
 * One kept-alive HTTP/1.1 connection with one request at a time. Written by hand because the load generator shares the
 * processors with what it measures: it costs a quarter of `node:http` and understands only what the API answers.
 */
export class Connection {
  #socket;
  #received = Buffer.alloc(0);
  #waiting;

  /** @param {string} address such as `http://127.0.0.1:3000` @returns {Promise<Connection>} */
  static open(address) {
    const { hostname, port } = new URL(address);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  constructor(socket) {
    this.#socket = socket;
    socket.setTimeout(answerLimit);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The API closed the connection.')));
    socket.on('timeout', () => {
      if (this.#waiting) socket.destroy(new Error(`No answer within ${answerLimit / 1000} seconds.`));
    });
  }

  /** @param {string} request head and body, ASCII @returns {Promise<{ status: number, body: string }>} */
  send(request) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request, 'latin1');
    });
  }

  close() {
    this.#socket.destroy();
  }

  #receive(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.latin1Slice(0, headEnd);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#socket.destroy(new Error(`An answer without Content-Length:\n${head}`));
      return;
    }
    const bodyStart = headEnd + 4;
    const bodyEnd = bodyStart + Number(length);
    if (this.#received.length < bodyEnd) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.#received.utf8Slice(bodyStart, bodyEnd) };
    this.#received = this.#received.subarray(bodyEnd);
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve(answer);
  }

  #fail(error) {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
