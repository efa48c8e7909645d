import { newId } from '../../dist/src/kernel/id.js';
import { Connection } from './connection.mjs';
import { bodyOf, cycle, entriesOf } from './workload.mjs';

const path = '/v1/accounting/journal-entries';

/** Posts over HTTP as an integrator would: kept-alive connections, an `Idempotency-Key` for each request. */
export class HttpDriver {
  /** @param {{ url: string, books: import('./books.mjs').Books }} options */
  constructor({ url, books }) {
    Object.assign(this, { url, books });
  }

  /** See `RawDriver.open`. @param {import('./series.mjs').Series} series @param {string} token */
  async open({ clients, entities, size }, token) {
    const requestOf = this.requests({ entities, size }, token);
    const numbersOf = size === 1 ? numberOfEntry : numbersOfBulk;
    const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(this.url)));
    const calls = connections.map(
      (connection) => async (command) => numbersOf(await connection.send(requestOf(command))),
    );
    return { calls, close: () => connections.forEach((connection) => connection.close()) };
  }

  /** Requests differ in their key alone once the entries repeat, so the rest is put together once. */
  requests({ entities, size }, token) {
    const made = [];
    return (command) => {
      const parts = (made[command % cycle] ??= this.partsOf(command, { entity: command % entities, size }, token));
      return parts.start + newId() + parts.end;
    };
  }

  partsOf(command, { entity, size }, token) {
    const entries = entriesOf(command, size).map((entry) => bodyOf(entry, this.books.entities[entity].id));
    const body = JSON.stringify(size === 1 ? { ...entries[0], post: true } : { mode: 'atomic', entries });
    const start = [
      `POST ${path}${size === 1 ? '' : '/bulk'} HTTP/1.1`,
      `Host: ${new URL(this.url).host}`,
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Idempotency-Key: ',
    ];
    return { start: start.join('\r\n'), end: `\r\n\r\n${body}` };
  }
}

function numberOfEntry({ status, body }) {
  const { number } = status === 201 ? JSON.parse(body) : {};
  if (!Number.isInteger(number)) throw new Error(`A posting was answered ${status}: ${body.slice(0, 500)}`);
  return [number];
}

function numbersOfBulk({ status, body }) {
  const results = status === 200 ? JSON.parse(body).results : [{}];
  const numbers = results.map(({ number }) => number);
  if (!numbers.every(Number.isInteger)) throw new Error(`A bulk was answered ${status}: ${body.slice(0, 500)}`);
  return numbers;
}
