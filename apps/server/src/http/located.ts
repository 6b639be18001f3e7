import {
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  type NestInterceptor,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import type { Request, Response } from './exchange';
import { API_PREFIX } from './routes';

class LocationInterceptor implements NestInterceptor {
  constructor(private readonly path: string) {}

  intercept(context: ExecutionContext, next: CallHandler<{ id: string }>): Observable<unknown> {
    const { params } = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const path = this.path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
    return next
      .handle()
      .pipe(tap(({ id }) => void response.setHeader('Location', `/${API_PREFIX}/${path}/${id}`)));
  }
}

/** For a method that makes something with an `id`: 201, and where it stands from now on. `path` is the noun in the plural. */
export const Located = (path: string) =>
  applyDecorators(HttpCode(201), UseInterceptors(new LocationInterceptor(path)));

/** For a method that leaves work to the queue: 202, and where to look how far it has come. `path` may name parameters of the route. */
export const Queued = (path: string) =>
  applyDecorators(HttpCode(202), UseInterceptors(new LocationInterceptor(path)));
