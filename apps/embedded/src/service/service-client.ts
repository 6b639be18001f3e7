import { randomUUID } from 'node:crypto';

/** The service as its users reach it: over HTTP, with a token. */
export class ServiceClient {
  constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  get<Answer>(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.send('POST', path, body);
  }

  /** Whether the service knows the token. */
  async isKnown(): Promise<boolean> {
    const { status } = await this.ask('GET', 'me');
    return status !== 401;
  }

  private async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.ask(method, path, body);
    const answered = (await answer.json()) as Answer & { readonly detail?: string };
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answered.detail ?? answer.statusText}`);
    }
    return answered;
  }

  private ask(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.address}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
