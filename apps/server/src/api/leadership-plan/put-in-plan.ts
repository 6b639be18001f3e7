import type { Put } from '@evenhand/talent';
import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Response } from '../../http/exchange';

class PutInPlanInterceptor implements NestInterceptor<Put<object>, object> {
  intercept(context: ExecutionContext, next: CallHandler<Put<object>>): Observable<object> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ thing, created }) => {
        response.statusCode = created ? 201 : 200;
        return thing;
      }),
    );
  }
}

/** For a PUT: 201 where there was nothing before, 200 where something was replaced. Put it above `@Versioned()`. */
export const PutInPlan = () => UseInterceptors(new PutInPlanInterceptor());
