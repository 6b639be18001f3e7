import type { PutProfile } from '@evenhand/people';
import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Response } from '../../http/exchange';

class CreatedOrReplacedInterceptor<Profile, Answer> implements NestInterceptor<PutProfile<Profile>, Answer> {
  constructor(private readonly shape: (profile: Profile) => Answer) {}

  intercept(context: ExecutionContext, next: CallHandler<PutProfile<Profile>>): Observable<Answer> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ profile, created }) => {
        response.statusCode = created ? 201 : 200;
        return this.shape(profile);
      }),
    );
  }
}

/** For a PUT: 201 where there was nothing before, 200 where something was replaced. Put it above `@Versioned()`. */
export const CreatedOrReplaced = <Profile, Answer>(shape: (profile: Profile) => Answer) =>
  UseInterceptors(new CreatedOrReplacedInterceptor(shape));
