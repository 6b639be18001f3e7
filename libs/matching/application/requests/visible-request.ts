import { type Authority, NotFound } from '@evenhand/kernel';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { belongingOf } from './request-belonging';

/**
 * The request, where there is one and the word of whoever asks reaches it.
 *
 * @throws NotFound in the same words for what is missing and what is somebody else's
 */
export function visibleRequest(
  authority: Authority,
  request: MentoringRequest | undefined,
  id: string,
): MentoringRequest {
  if (request === undefined || authority.over(belongingOf(request)) === undefined) {
    throw new NotFound('mentoring request', id);
  }
  return request;
}
