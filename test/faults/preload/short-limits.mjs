// Loaded before a server (`NODE_OPTIONS=--import …`): the limits of its connections are as they are, only this much shorter.
import { Server } from 'node:http';

const share = Number(process.env.TEST_LIMITS_SHARE);
const listen = Reflect.get(Server.prototype, 'listen');

Server.prototype.listen = function (...given) {
  // Zero is none.
  for (const limit of ['headersTimeout', 'requestTimeout', 'connectionsCheckingInterval']) this[limit] *= share;
  return listen.apply(this, given);
};
