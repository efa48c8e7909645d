/** Types of files that a back office keeps, and what their names end in; the first ending is given to names without one. */
const binary: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.text': ['odt'],
};

const text: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['txt', 'log', 'se', 'si', 'sie'],
  'text/csv': ['csv', 'tsv'],
  'application/json': ['json'],
  'application/xml': ['xml', 'xbrl'],
  'message/rfc822': ['eml'],
};

/** Other names under which programs send the same. */
const otherNames: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
  'text/xml': 'application/xml',
  'application/csv': 'text/csv',
  'text/tab-separated-values': 'text/csv',
};

export const BINARY_TYPES = Object.keys(binary);
export const TEXT_TYPES = Object.keys(text);
export const KEPT_TYPES: readonly string[] = [...BINARY_TYPES, ...TEXT_TYPES];

/** Says nothing about the file. */
export const UNDECLARED = 'application/octet-stream';

const endings: Readonly<Record<string, readonly string[]>> = { ...binary, ...text };
const typeOfEnding = new Map(Object.entries(endings).flatMap(([type, all]) => all.map((one) => [one, type] as const)));

/** The type by the one name that is used here: without parameters, in small letters. */
export function canonicalType(mediaType: string): string {
  const [essence = ''] = mediaType.split(';', 1);
  const name = essence.trim().toLowerCase();
  return otherNames[name] ?? name;
}

/** Which kept type the name says the file has, if it says so. */
export function typeOfName(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : typeOfEnding.get(name.slice(dot + 1).toLowerCase());
}

/** The name with an ending of the type: whatever else it ended in opens as nothing but the type. */
export function nameWithEnding(name: string, type: string): string {
  return typeOfName(name) === type ? name : `${name}.${endings[type]![0]}`;
}
