import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Observable } from 'rxjs';
import { readBodyText } from '../../http/body-text';
import type { Request } from '../../http/exchange';
import { HttpProblem } from '../../http/problem';
import { PageSettings } from '../page-settings';
import { isFromOwnPage } from './same-site';

/** The field of every form in which its token stands. */
export const FORM_TOKEN = 'formToken';
const MOST_BYTES = 100_000;

/**
 * Reads what a form sent, once it is known that it is ours: sent from a page of this site, and with the token that stands
 * in the forms of this session alone. Whoever is not signed in has no token, and nothing that could be done in their name.
 */
@Injectable()
export class FormInterceptor implements NestInterceptor {
  constructor(private readonly settings: PageSettings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!isFromOwnPage(request.headers, this.settings.originOf(request))) {
      throw foreign();
    }
    const { [FORM_TOKEN]: token, ...fields } = await readForm(request);
    if (request.session !== undefined && !isSame(token ?? '', request.session.formToken)) {
      throw foreign();
    }
    request.body = fields;
    return next.handle();
  }
}

async function readForm(request: Request): Promise<Record<string, string>> {
  const [type] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/x-www-form-urlencoded') {
    throw new HttpProblem(415, 'form.wrong-type', 'This takes what a form on a page of this service sends.');
  }
  return Object.fromEntries(new URLSearchParams(await readBodyText(request, MOST_BYTES)));
}

function foreign(): HttpProblem {
  return new HttpProblem(
    403,
    'form.foreign',
    'This was not sent from a page of this service, or from one that is out of date: open the page again.',
  );
}

/** Takes as long whatever they have in common. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
