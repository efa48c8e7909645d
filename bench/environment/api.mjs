/** The few requests of a preparation, over HTTP and signed in. What is measured goes another way. */
export class Api {
  #token;

  /** @param {import('./server.mjs').Server} server */
  constructor(server) {
    this.server = server;
  }

  /** @returns {Promise<string>} an access token, good for some minutes */
  async signIn() {
    const { accessToken } = await this.post('/v1/auth/login', this.server.credentials);
    this.#token = accessToken;
    return accessToken;
  }

  /** @returns the answer, parsed; throws for any but a success */
  async post(path, body, headers = {}) {
    const text = await this.postForText(path, body, headers);
    return JSON.parse(text);
  }

  /** The answer as it came: what the API keeps under the idempotency key. */
  async postForText(path, body, headers = {}) {
    const response = await fetch(new URL(path, this.server.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} was answered ${response.status}: ${text}`);
    return text;
  }
}
