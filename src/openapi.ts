import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { documentRefusal } from '#platform/http/openapi/document-refusal.js';
import { previewDocument } from './preview-document.js';

// Writes the API of this build to openapi.json. With --check it only tells whether that file is current.
const file = 'openapi.json';
const use = process.argv.includes('--check') ? 'check' : 'write';
const built = `${JSON.stringify(await previewDocument(), undefined, 2)}\n`;
const refusal = documentRefusal(existsSync(file) ? readFileSync(file, 'utf8') : undefined, built, use);

if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else if (use === 'write') {
  writeFileSync(file, built);
}
