import * as at from 'stdnum/lib/cjs/at/uid.js';
import * as be from 'stdnum/lib/cjs/be/vat.js';
import * as bg from 'stdnum/lib/cjs/bg/vat.js';
import * as ch from 'stdnum/lib/cjs/ch/vat.js';
import * as cy from 'stdnum/lib/cjs/cy/vat.js';
import * as cz from 'stdnum/lib/cjs/cz/dic.js';
import * as de from 'stdnum/lib/cjs/de/vat.js';
import * as dk from 'stdnum/lib/cjs/dk/cvr.js';
import * as ee from 'stdnum/lib/cjs/ee/kmkr.js';
import * as es from 'stdnum/lib/cjs/es/nif.js';
import { InvalidChecksum, InvalidLength } from 'stdnum/lib/cjs/exceptions.js';
import * as fi from 'stdnum/lib/cjs/fi/alv.js';
import * as fr from 'stdnum/lib/cjs/fr/tva.js';
import * as gb from 'stdnum/lib/cjs/gb/vat.js';
import * as gr from 'stdnum/lib/cjs/gr/vat.js';
import * as hr from 'stdnum/lib/cjs/hr/oib.js';
import * as hu from 'stdnum/lib/cjs/hu/anum.js';
import * as ie from 'stdnum/lib/cjs/ie/vat.js';
import * as it from 'stdnum/lib/cjs/it/iva.js';
import * as lt from 'stdnum/lib/cjs/lt/pvm.js';
import * as lu from 'stdnum/lib/cjs/lu/tva.js';
import * as lv from 'stdnum/lib/cjs/lv/pvn.js';
import * as mt from 'stdnum/lib/cjs/mt/vat.js';
import * as nl from 'stdnum/lib/cjs/nl/btw.js';
import * as no from 'stdnum/lib/cjs/no/mva.js';
import * as pl from 'stdnum/lib/cjs/pl/nip.js';
import * as pt from 'stdnum/lib/cjs/pt/nif.js';
import * as ro from 'stdnum/lib/cjs/ro/cif.js';
import * as se from 'stdnum/lib/cjs/se/vat.js';
import * as si from 'stdnum/lib/cjs/si/ddv.js';
import * as sk from 'stdnum/lib/cjs/sk/dph.js';
import type { Validator } from 'stdnum/lib/cjs/types.js';
import * as ein from 'stdnum/lib/cjs/us/ein.js';

export const taxIdTypes = ['vat', 'ein', 'other'] as const;
export type TaxIdType = (typeof taxIdTypes)[number];

export interface TaxIdNumber {
  type: TaxIdType;
  /** ISO 3166-1: Greece is GR, and Northern Ireland is GB. */
  country: string;
  number: string;
}

type Check = Pick<Validator, 'validate'>;

/** By country; all members of the European Union among them, the United Kingdom, Norway and Switzerland. */
const vat = new Map<string, Check>([
  ['AT', at],
  ['BE', be],
  ['BG', bg],
  ['CH', ch],
  ['CY', cy],
  ['CZ', cz],
  ['DE', de],
  ['DK', dk],
  ['EE', ee],
  ['ES', es],
  ['FI', fi],
  ['FR', fr],
  ['GB', gb],
  ['GR', gr],
  ['HR', hr],
  ['HU', hu],
  ['IE', ie],
  ['IT', it],
  ['LT', lt],
  ['LU', lu],
  ['LV', lv],
  ['MT', mt],
  ['NL', nl],
  ['NO', no],
  ['PL', pl],
  ['PT', pt],
  ['RO', ro],
  ['SE', se],
  ['SI', si],
  ['SK', sk],
]);

/** What stands before the number in the VAT systems; of Swiss and Norwegian numbers it is a part of its own. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  GR: ['EL', 'GR'],
  GB: ['XI', 'GB'],
  CH: [''],
  NO: ['NO'],
};

/** The number as it is kept, or what is wrong with it. */
export type CheckedTaxId =
  { number: string; wrong?: undefined } | { number?: undefined; wrong: { code: string; message: string } };

/** Takes blanks, dots, dashes and strokes away, proves form and check digits, and puts the prefix of the country before. */
export function checkTaxId({ type, country, number }: TaxIdNumber): CheckedTaxId {
  if (type === 'other') return { number };
  const plain = number.replaceAll(/[\s./-]/g, '').toUpperCase();
  return type === 'ein' ? checkEin(country, plain) : checkVat(country, plain);
}

function checkEin(country: string, plain: string): CheckedTaxId {
  if (country !== 'US') return wrong('tax_id_country', 'An EIN is a number of the United States: its country is US.');
  const result = ein.validate(plain);
  if (result.isValid) return { number: `${plain.slice(0, 2)}-${plain.slice(2)}` };
  const isDigits = /^[0-9]{9}$/.test(plain);
  const message = isDigits
    ? `No campus of the Internal Revenue Service gives numbers that begin with ${plain.slice(0, 2)}.`
    : 'An EIN has nine digits, such as 91-1144442.';
  return wrong('tax_id_form', message);
}

function checkVat(country: string, plain: string): CheckedTaxId {
  const check = vat.get(country);
  if (!check) {
    return wrong('tax_id_country', `VAT numbers of ${country} are not known here: give the number the type other.`);
  }
  const known = prefixes[country] ?? [country];
  const prefix = known.find((one) => one !== '' && plain.startsWith(one)) ?? '';
  const digits = plain.slice(prefix.length);
  const result = check.validate(digits);
  if (!result.isValid) return wrong(...findingOf(result.error, country));
  // Greek numbers begin with EL; those of Northern Ireland say so themselves.
  const written = prefix === 'XI' ? 'XI' : known[country === 'GB' ? 1 : 0]!;
  return { number: `${written}${result.compact}` };
}

function findingOf(error: Error | undefined, country: string): [code: string, message: string] {
  if (error instanceof InvalidChecksum) {
    return ['tax_id_check_digit', `The check digits do not fit: no VAT number of ${country} is like this.`];
  }
  const what = error instanceof InvalidLength ? 'has another length' : 'is written otherwise';
  return ['tax_id_form', `A VAT number of ${country} ${what}.`];
}

const wrong = (code: string, message: string): CheckedTaxId => ({ wrong: { code, message } });
