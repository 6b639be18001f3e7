import { PageRenderer, type WebPage } from '@evenhand/pages';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import type { Request, Response } from '../http/exchange';
import { MarkedAsForm, MarkedAsPage } from '../http/page-routes';
import { FormInterceptor } from './forms/form.interceptor';
import { RefusedFormFilter } from './forms/refused-form';
import { readerOf } from './reader';

/** Writes what a method answers with as a page, and lets nobody on the way keep it: each shows who is signed in. */
@Injectable()
class PageInterceptor implements NestInterceptor {
  constructor(private readonly pages: PageRenderer) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler<WebPage | undefined>,
  ): Observable<string | undefined> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    response.setHeader('Cache-Control', 'no-store');
    return next.handle().pipe(
      map((page) => {
        if (page === undefined) return undefined;
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        return this.pages.render(page, readerOf(request));
      }),
    );
  }
}

/** Lets nobody on the way keep an answer. */
@Injectable()
class KeptByNobody implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    context.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'no-store');
    return next.handle();
  }
}

/** For a controller whose methods answer with a {@link WebPage}, or with nothing where they send the browser elsewhere. */
export const Page = () =>
  applyDecorators(ApiExcludeController(), MarkedAsPage(), UseInterceptors(PageInterceptor));

/** For a controller whose methods answer with files for whoever is signed in to the pages, and lets nobody keep them either. */
export const PageFiles = () =>
  applyDecorators(ApiExcludeController(), MarkedAsPage(), UseInterceptors(KeptByNobody));

/**
 * For a method of a page that changes something: it takes what a form of ours sends, and nothing from other sites, and can
 * throw a {@link RefusedForm} that shows the form again.
 */
export const PageForm = () =>
  applyDecorators(MarkedAsForm(), UseInterceptors(FormInterceptor), UseFilters(RefusedFormFilter));
