import { SetMetadata } from '@nestjs/common';

const ANSWERED_ANEW = 'evenhand:answered-anew';

/**
 * For a POST that may be carried out as often as it is sent, and whose answer must not be kept: an `Idempotency-Key` says
 * nothing to it.
 */
export const AnsweredAnew = () => SetMetadata(ANSWERED_ANEW, true);

/** Whether a method is carried out whenever it is asked for. */
export function isAnsweredAnew(method: object): boolean {
  return Reflect.getMetadata(ANSWERED_ANEW, method) === true;
}
