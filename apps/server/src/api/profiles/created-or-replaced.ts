import type { PutProfile } from '@evenhand/people';
import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Response } from '../../http/exchange';

class CreatedOrReplacedInterceptor implements NestInterceptor<PutProfile<object>, object> {
  intercept(context: ExecutionContext, next: CallHandler<PutProfile<object>>): Observable<object> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ profile, created }) => {
        response.statusCode = created ? 201 : 200;
        return profile;
      }),
    );
  }
}

/** For a PUT: 201 where there was nothing before, 200 where something was replaced. Put it above `@Versioned()`. */
export const CreatedOrReplaced = () => UseInterceptors(new CreatedOrReplacedInterceptor());
