import { type Authority, Forbidden, NotFound } from '@evenhand/kernel';
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

/**
 * The request, where it is the own one of whoever asks: what somebody asks for is theirs alone to say.
 *
 * @throws NotFound as {@link visibleRequest}, Forbidden where they see it and it is somebody else's
 */
export function ownRequest(
  authority: Authority,
  request: MentoringRequest | undefined,
  id: string,
): MentoringRequest {
  const visible = visibleRequest(authority, request, id);
  if (authority.own(belongingOf(visible)) === undefined) {
    throw new Forbidden('Nobody says what somebody else asks for: only the person themselves can do this.');
  }
  return visible;
}
