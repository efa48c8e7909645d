import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of a fault: one place, or several that have to go together because one alone is made up for by the others. */
export const editsOf = ({ file, from, to, edits }) => edits ?? [{ file, from, to }];

/** Why an edit cannot be made in the sources under the folder; undefined where it can. */
export function editFault(root, { file, from, to }) {
  let text;
  try {
    text = upOf(file, readFileSync(join(root, file), 'utf8')).up;
  } catch {
    return `${file} is not there`;
  }
  const times = placesOf(text, from).length;
  if (times !== 1) return `its text stands ${times} times in ${file}, not once`;
  return from === to ? `it changes nothing in ${file}` : undefined;
}

/** The later migrations that define anew the function in which an edit stands: planted there, it has no effect. */
export function redefinedIn(root, { file, from }) {
  if (!file.startsWith('migrations/')) return [];
  const { up } = upOf(file, readFileSync(join(root, file), 'utf8'));
  const before = [
    ...up.slice(0, placesOf(up, from)[0] ?? 0).matchAll(/CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) ([a-z_.]+)\(/g),
  ];
  const name = before.at(-1)?.[1];
  if (name === undefined) return [];
  const later = readdirSync(join(root, 'migrations')).filter((one) => `migrations/${one}` > file);
  return later.filter((one) => {
    const text = readFileSync(join(root, 'migrations', one), 'utf8');
    return new RegExp(`CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) ${name.replace('.', '\\.')}\\(`).test(
      upOf('migrations/', text).up,
    );
  });
}

/** Makes the edits of a fault; the answer takes them back. */
export function plant(root, fault) {
  const originals = new Map();
  for (const edit of editsOf(fault)) {
    const wrong = editFault(root, edit);
    if (wrong) throw new Error(`${fault.name} cannot be planted: ${wrong}`);
    const path = join(root, edit.file);
    const text = readFileSync(path, 'utf8');
    if (!originals.has(path)) originals.set(path, text);
    const { up, rest } = upOf(edit.file, text);
    const [place] = placesOf(up, edit.from);
    writeFileSync(path, up.slice(0, place) + edit.to + up.slice(place + edit.from.length) + rest);
  }
  return () => originals.forEach((text, path) => writeFileSync(path, text));
}

/** Where a text stands, but for what takes a migration back: that may say the same again. */
function placesOf(text, from) {
  const backwards = [...text.matchAll(/^const [A-Z_]+_BEFORE = `[^`]*`/gm)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const places = [];
  for (let place = text.indexOf(from); place >= 0; place = text.indexOf(from, place + 1)) {
    if (!backwards.some(([start, end]) => place >= start && place < end)) places.push(place);
  }
  return places;
}

/** Of a migration only what it does: what takes it back may say the same again. */
function upOf(file, text) {
  const at = file.startsWith('migrations/') ? text.indexOf('  async down(') : -1;
  return at < 0 ? { up: text, rest: '' } : { up: text.slice(0, at), rest: text.slice(at) };
}
