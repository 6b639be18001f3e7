import { PageVisitor, type Visited } from '../harness/page-visitor';
import type { RunningService } from '../harness/service';

const PAGES = 'http://pages.example';
const CLIENT = 'evenhand-pages';
const FROM_OUR_PAGE = { origin: PAGES };

/** With what a service is started whose pages people sign in to. */
export const pagesEnvironment = () => ({
  ...{ PUBLIC_URL: PAGES, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: 'hush' },
});

/** Somebody at a browser, who has signed in. */
export class PageDesk {
  private readonly visitor: PageVisitor;
  private token = '';

  private constructor({ address }: RunningService) {
    this.visitor = new PageVisitor(address);
  }

  /** @param subject by which the provider knows them */
  static async of(service: RunningService, email: string, subject = email): Promise<PageDesk> {
    const desk = new PageDesk(service);
    const asked = await desk.visitor.begin();
    const claims = { email, email_verified: true, name: email };
    const token = await service.provider.token(subject, {
      ...{ aud: CLIENT, nonce: asked.get('nonce'), ...claims },
    });
    await desk.visitor.comeBack(service.provider.codeFor(token), asked.get('state')!);
    desk.token = await desk.visitor.formToken();
    return desk;
  }

  see(path: string): Promise<Visited> {
    return this.visitor.visit(path);
  }

  /** What is said on a page that is there. */
  async read(path: string): Promise<string> {
    const { status, text } = await this.see(path);
    expect([path, status]).toEqual([path, 200]);
    return text;
  }

  send(path: string, fields: Readonly<Record<string, string>> = {}, token = this.token): Promise<Visited> {
    const form = { ...fields, formToken: token };
    return this.visitor.visit(path, { method: 'POST', headers: FROM_OUR_PAGE, form });
  }

  /** Sends a form that is taken. @returns where the browser is sent on to */
  async done(path: string, fields?: Readonly<Record<string, string>>): Promise<string> {
    const { status, location, text } = await this.send(path, fields);
    expect([path, status, text]).toEqual([path, 303, '']);
    return location;
  }

  /** Sends one that is not. @returns the page that says why */
  async refused(path: string, fields?: Readonly<Record<string, string>>): Promise<string> {
    const { status, text, headers } = await this.send(path, fields);
    expect([path, status]).toEqual([path, 422]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toMatch(/<title>Error: .*There is a problem/s);
    return text;
  }
}
