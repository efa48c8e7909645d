import type { OpenAPIObject } from '@nestjs/swagger';
import { type DescribedApi, nameIn, type Operation, operationsOf } from './described-api.js';
import { type FirstValues, TryOutBodies } from './try-out-bodies.js';
import { tryOutParameters } from './try-out-parameters.js';

const onThisPage = `On this page, \`signIn\` authorizes what follows, and the session is renewed as you go on. Clients are
generated from [the document](/openapi.json).`;

/**
 * A copy of the document for the page on which people send requests: every field starts empty or with what works, and
 * what is in the way there is left out. Generated clients and readers get the document itself.
 *
 * @throws Error for the first value of a field that the document does not have.
 */
export function tryOutDocument(document: OpenAPIObject, firstValues: FirstValues = {}): OpenAPIObject {
  const copy = JSON.parse(JSON.stringify(document)) as OpenAPIObject;
  copy.info.description = [copy.info.description, onThisPage].filter(Boolean).join('\n\n');
  // The page talks to the server that it came from.
  delete copy.servers;
  const api = copy as unknown as DescribedApi;
  const components = (api.components ??= {});
  const { schemas = {}, parameters = {}, responses = {} } = components;
  // The same long example of a refusal would stand five times below every answer.
  components.responses = Object.fromEntries(
    Object.entries(responses).map(([name, { description }]) => [name, { description }]),
  );
  delete components.parameters;
  const bodies = new TryOutBodies(schemas, firstValues);
  for (const [name, operation] of Object.entries(operationsOf(api))) {
    operation.parameters = operation.parameters
      ?.map((one) => parameters[nameIn(one.$ref)] ?? one)
      .flatMap((one) => tryOutParameters(one, schemas));
    startBody(operation, bodies, name.startsWith('PATCH '));
  }
  return copy;
}

function startBody({ requestBody }: Operation, bodies: TryOutBodies, isPatch: boolean): void {
  if (!requestBody) return;
  const media = Object.entries(requestBody.content).filter(([type]) => type.endsWith('json'));
  const [schema] = media.flatMap(([, one]) => one.schema ?? []);
  if (!schema) return;
  const { example, left } = bodies.of(schema, isPatch);
  for (const [, one] of media) one.example = example;
  if (left.length === 0) return;
  const may = Object.keys(example).length === 0 ? 'May have' : 'May also have';
  requestBody.description = [requestBody.description, `${may} ${left.map((name) => `\`${name}\``).join(', ')}.`]
    .filter(Boolean)
    .join(' ');
}
