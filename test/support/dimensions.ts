import type { Actor } from './actor.js';

interface Made {
  id: string;
}

/** A custom dimension with the code. */
export async function addDimension(actor: Actor, code: string): Promise<Made> {
  return created(actor, '/v1/accounting/dimensions', { code, name: code, kind: 'custom' });
}

export async function addValue(actor: Actor, dimensionId: string, code: string, fields: object = {}): Promise<Made> {
  return created(actor, '/v1/accounting/dimension-values', { dimensionId, code, name: `Value ${code}`, ...fields });
}

/** A dimension with values by code. */
export async function addDimensionWith(actor: Actor, code: string, ...values: string[]): Promise<Made> {
  const dimension = await addDimension(actor, code);
  for (const value of values) await addValue(actor, dimension.id, value);
  return dimension;
}

export async function addRule(actor: Actor, accountCode: string, dimensionId: string, rule: object): Promise<Made> {
  const { body } = await actor.get(`/v1/accounting/accounts?code=${accountCode}`);
  return created(actor, '/v1/accounting/dimension-rules', { accountId: body.data[0].id, dimensionId, ...rule });
}

async function created(actor: Actor, path: string, body: object): Promise<Made> {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Made;
}
