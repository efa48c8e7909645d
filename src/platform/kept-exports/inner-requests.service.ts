import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Problem } from '#kernel/problem.js';
import { mediaTypes } from '../exports/file-format.js';
import { asInnerRequest, type InnerRequest } from '../http/inner-request.js';
import type { ExportFormat } from './exports.dto.js';

/** Which file is asked for. */
export interface FileOrder {
  path: string;
  format: ExportFormat;
  /** `Accept-Language` of whoever asks for it. */
  language: string | null;
}

/** A file that is being answered. */
export interface AnsweredFile {
  stream: Readable;
  name: string;
  /** To be asked for when the stream has ended. */
  proof: () => { rowCount: number; contentDigest: string };
}

/** Has lists and reports answered as files by the very routes that answer them to everybody, without a network between. */
@Injectable()
export class InnerRequests {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @throws Problem that the request is refused with */
  async send(inner: InnerRequest, { path, format, language }: FileOrder): Promise<AnsweredFile> {
    const headers = { accept: mediaTypes[format], ...(language !== null && { 'accept-language': language }) };
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const answer = await asInnerRequest(inner, async () =>
      server.inject({ method: 'GET', url: path, headers, payloadAsStream: true }),
    );
    const stream = answer.stream();
    if (answer.statusCode !== 200) throw problemIn(await text(stream), answer.statusCode, answer.headers);
    const proof = () => {
      const { 'row-count': rowCount, 'content-digest': contentDigest } = { ...answer.headers, ...answer.trailers };
      return { rowCount: Number(rowCount), contentDigest: String(contentDigest) };
    };
    return { stream, name: nameIn(String(answer.headers['content-disposition'])), proof };
  }
}

function problemIn(body: string, statusCode: number, { 'retry-after': retryAfter }: OutgoingHttpHeaders): Problem {
  const { code, status, title, detail, errors } = JSON.parse(body) as Problem;
  if (typeof code !== 'string') throw new Error(`An inner request was answered with ${statusCode}.`);
  const problem = new Problem(code, status, title, detail, errors);
  return retryAfter === undefined ? problem : problem.withHeaders({ 'Retry-After': `${Number(retryAfter)}` });
}

const nameIn = (disposition: string) => /filename="([^"]+)"/.exec(disposition)![1]!;
