import { request } from 'node:http';
import type { Actor } from './actor.js';
import { provided } from './database.js';
import { askForFile } from './room-for-files.js';

export interface RawFile {
  status: number;
  headers: Record<string, unknown>;
  trailers: Record<string, unknown>;
  body: Buffer;
}

/** Bytes, headers and trailers as they come. */
export function fetchFile(
  { accessToken }: Actor,
  path: string,
  accept: string,
  more: Record<string, string> = {},
): Promise<RawFile> {
  const headers = { Authorization: `Bearer ${accessToken}`, Accept: accept, ...more };
  return askForFile(
    () => fetchOnce(path, headers),
    ({ body }) => body.toString(),
  );
}

function fetchOnce(path: string, headers: Record<string, string>): Promise<RawFile> {
  return new Promise((resolve, reject) => {
    const sent = request(`${provided('TEST_BASE_URL')}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      answer.on('end', () => {
        const { statusCode: status = 0, headers: given, trailers } = answer;
        resolve({ status, headers: given, trailers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}
