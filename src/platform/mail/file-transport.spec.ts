import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileTransport } from './file-transport.js';

const message = {
  id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
  from: { name: 'Bureau', address: 'bureau@example.com' },
  to: 'anna@example.com',
  date: new Date('2026-01-31T08:30:00Z'),
  subject: 'Einladung zu Bücher',
  text: 'Guten Tag',
  html: '<p>Guten Tag</p>',
};

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'bureau-mail-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

it('puts a mail into a file of its own, whole and for its owner alone', async () => {
  const folder = join(base, 'not', 'there', 'yet');
  await new FileTransport(folder).send(message);
  expect(await readdir(folder)).toEqual([`${message.id}.eml`]);
  const file = join(folder, `${message.id}.eml`);
  expect([(await stat(file)).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700]);
  const text = await readFile(file, 'latin1');
  expect(text).toMatch(/^To: anna@example\.com\r$/m);
  expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(text).toContain('<p>Guten Tag</p>');
});

it('sends again what was sent as the same file, also beside the draft of a killed process', async () => {
  const transport = new FileTransport(base);
  await writeFile(join(base, `${message.id}.eml.${process.pid}`), 'half');
  await transport.send(message);
  await transport.send({ ...message, subject: 'Once more' });
  expect(await readdir(base)).toEqual([`${message.id}.eml`]);
  expect(await readFile(join(base, `${message.id}.eml`), 'latin1')).toContain('Subject: Once more');
});

it('fails where the folder cannot be made, for a reason that may pass', async () => {
  await writeFile(join(base, 'file'), '');
  await chmod(join(base, 'file'), 0o600);
  await expect(new FileTransport(join(base, 'file', 'mail')).send(message)).rejects.toThrow('ENOTDIR');
});
