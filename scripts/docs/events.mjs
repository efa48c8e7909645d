import { apiDocument, load } from './sources.mjs';
import { code, table } from './table.mjs';

/** Every type with the schema of its event, and the members of its data. */
export async function eventTypes() {
  const [{ declaredEvents }, { EventCatalogue, schemaNameOf }] = await Promise.all([
    load('declared-events.js'),
    load('platform/events/event-declaration.js'),
  ]);
  const rows = new EventCatalogue(declaredEvents).all.map(({ type, description }) => {
    const schema = schemaNameOf(type);
    const { subject, others } = membersOf(schema);
    return [code(type), description, subject ? code(subject) : 'the organization', others.join(', '), code(schema)];
  });
  return table(['Type', 'When', 'Subject', 'Other members of `data`', 'Schema'], rows);
}

function membersOf(name) {
  const { schemas } = apiDocument().components;
  const event = schemas[name];
  if (!event) throw new Error(`openapi.json has no ${name}: run npm run openapi`);
  const { properties } = schemas[event.properties.data.$ref.split('/').at(-1)];
  const members = Object.keys(properties);
  const subject = members.find((member) => isSubject(properties[member]));
  return { subject, others: members.filter((member) => member !== subject).map(code) };
}

const isSubject = ({ description = '' }) => /\bthe subject of the event\b/i.test(description);
