import { randomUUID } from 'node:crypto';

/** How a visitor asks, beside the path. */
export interface Visit {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What a page answered. */
export interface Visited {
  readonly status: number;
  readonly location: string;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody with a browser that keeps cookies and follows nothing by itself, so that each step can be looked at. */
export class PageVisitor {
  readonly cookies = new Map<string, string>();

  constructor(private readonly address: string) {}

  async visit(path: string, { method = 'GET', headers, form }: Visit = {}): Promise<Visited> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...headers,
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      headers: answer.headers,
      text: await answer.text(),
    };
  }

  /** Goes to sign in. @returns what the provider was asked */
  async begin(path = '/sign-in'): Promise<URLSearchParams> {
    const { status, location } = await this.visit(path);
    if (status !== 303) throw new Error(`${path} answered ${status}.`);
    return new URL(location).searchParams;
  }

  /** Comes back from the provider. */
  comeBack(code: string, state: string, more: Readonly<Record<string, string>> = {}): Promise<Visited> {
    return this.visit(`/sign-in/callback?${new URLSearchParams({ code, state, ...more }).toString()}`);
  }

  /** What stands in the forms of a page. */
  async formToken(): Promise<string> {
    const { text } = await this.visit('/account');
    return /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? randomUUID();
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const at = pair.indexOf('=');
    if (attributes.includes('Max-Age=0')) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
