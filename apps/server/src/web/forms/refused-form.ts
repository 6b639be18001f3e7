import { PageRenderer, type WebPage } from '@evenhand/pages';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { Request, Response } from '../../http/exchange';
import { readerOf } from '../reader';

/**
 * Nothing was done of what a form asked for: the browser is shown this page, which says why, and has the form again unless
 * it is not theirs to fill in.
 */
export class RefusedForm extends Error {
  constructor(readonly page: WebPage) {
    super('The form was not taken.');
    this.name = 'RefusedForm';
  }
}

/** Answers with the page of a form that was not taken, as one that could not be processed. */
@Injectable()
@Catch(RefusedForm)
export class RefusedFormFilter implements ExceptionFilter<RefusedForm> {
  constructor(private readonly pages: PageRenderer) {}

  catch({ page }: RefusedForm, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    response.statusCode = 422;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.end(this.pages.render(page, readerOf(http.getRequest<Request>())));
  }
}
