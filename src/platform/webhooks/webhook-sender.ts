import { Injectable } from '@nestjs/common';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Configuration } from '../config/configuration.js';
import { legible } from '../http/fields/text-rules.js';
import { AddressForbidden, guardedLookup, NameResolver } from './guarded-lookup.js';
import { type Reach, reachOf, urlFault } from './reachable.js';
import type { AttemptOutcome } from './webhook-attempt.js';

const PATIENCE = 10_000;
const MOST_READ = 64 * 1024;
const MOST_KEPT = 1000;

export interface Outgoing {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface Attempt {
  outcome: AttemptOutcome;
  httpStatus: number | null;
  durationMs: number;
  /** The first characters of the answer. */
  answerStart: string | null;
  error: string | null;
}

type Answer = Pick<Attempt, 'outcome' | 'httpStatus' | 'answerStart'>;

/** Sends to addresses that others have chosen, and only where the settings let it. */
@Injectable()
export class WebhookSender {
  readonly reach: Reach;

  constructor(
    { environment }: Configuration,
    private readonly resolver: NameResolver,
  ) {
    this.reach = reachOf(environment.WEBHOOK_PORTS, environment.WEBHOOK_NETWORKS);
  }

  /** One attempt; whatever comes of it is an answer, never thrown. */
  async send(outgoing: Outgoing): Promise<Attempt> {
    const began = performance.now();
    const patience = AbortSignal.timeout(PATIENCE);
    try {
      // The settings may have changed since the address was given.
      if (urlFault(outgoing.url, this.reach) !== undefined) throw new AddressForbidden();
      return { ...(await this.exchange(outgoing, patience)), durationMs: since(began), error: null };
    } catch (error) {
      const outcome = patience.aborted ? 'timed_out' : isForbidden(error) ? 'address_forbidden' : 'unreachable';
      const { code, name } = error as NodeJS.ErrnoException;
      const told = outcome === 'unreachable' ? legible(code ?? name).slice(0, 500) : null;
      return { outcome, httpStatus: null, durationMs: since(began), answerStart: null, error: told };
    }
  }

  private exchange({ url, headers, body }: Outgoing, signal: AbortSignal): Promise<Answer> {
    const request = url.toLowerCase().startsWith('https:') ? requestHttps : requestHttp;
    const octets = Buffer.from(body);
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': octets.length, 'accept-encoding': 'identity' },
      // A connection of its own, so that each is judged.
      agent: false,
      lookup: guardedLookup(this.resolver, this.reach),
      signal,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, options, (answer) => {
        readStart(answer).then((start) => resolve(judge(answer.statusCode!, start)), reject);
      });
      outgoing.on('error', reject);
      outgoing.end(octets);
    });
  }
}

const since = (began: number) => Math.round(performance.now() - began);

/** Of several addresses that were tried at once, each may have a reason of its own. */
const isForbidden = (error: unknown): boolean =>
  error instanceof AddressForbidden || (error instanceof AggregateError && error.errors.some(isForbidden));

/** Reads what an attempt may cost, and keeps the beginning of it. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    read += (chunk as Buffer).length;
    if (read >= MOST_READ) break;
  }
  answer.destroy();
  // Cut before it is decoded: a character of UTF-8 has at most four octets.
  const start = Buffer.concat(chunks)
    .subarray(0, 4 * MOST_KEPT)
    .toString('utf8');
  return legible([...start].slice(0, MOST_KEPT).join(''));
}

function judge(httpStatus: number, answerStart: string): Answer {
  const isRedirect = httpStatus >= 300 && httpStatus < 400;
  const outcome = httpStatus >= 200 && httpStatus < 300 ? 'delivered' : isRedirect ? 'redirected' : 'refused';
  return { outcome, httpStatus, answerStart };
}
