import { sha256 } from '@evenhand/kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import type { Response } from '../../http/exchange';

/** Gives an answer that has no version of its own an ETag made of what it holds: the same wherever it is given. */
export class ContentTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const response = context.switchToHttp().getResponse<Response>();
    return next
      .handle()
      .pipe(
        tap((answer) => void response.setHeader('ETag', `"${sha256(JSON.stringify(answer)).slice(0, 32)}"`)),
      );
  }
}
