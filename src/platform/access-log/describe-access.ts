const isParameterName = /^[A-Za-z]{1,40}(?:\[[A-Za-z]{1,10}\])?$/;

interface RequestParts {
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
}

/** Query parameters that name the one record which is read. */
const namingParameters = ['id'];

/** Which record was asked for, if one was, and by which parameters; of their values nothing. */
export function describeAccess({ params, query }: RequestParts): { subject: string | null; parameters: string[] } {
  const named = [params['id'], ...namingParameters.map((name) => query[name])];
  const subject = named.find((id): id is string => typeof id === 'string' && /^[0-9A-Fa-f-]{1,40}$/.test(id));
  const parameters = Object.entries(query).flatMap(([name, value]) => namesOf(name, value));
  return {
    subject: subject?.toLowerCase() ?? null,
    parameters: [...new Set(parameters)]
      .filter((name) => isParameterName.test(name))
      .sort()
      .slice(0, 100),
  };
}

/** `recordedAt[gte]`, whether the query was read into objects or not. */
function namesOf(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name];
  return Object.keys(value).map((operator) => `${name}[${operator}]`);
}
