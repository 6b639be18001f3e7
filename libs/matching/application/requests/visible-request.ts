import { NotFound } from '@evenhand/kernel';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';

/**
 * The request, where there is one and it is the caller's to see.
 *
 * @param own id of the person to whom the caller is limited
 * @throws NotFound in the same words for what is missing and what is somebody else's
 */
export function visibleRequest(
  request: MentoringRequest | undefined,
  id: string,
  own: string | undefined,
): MentoringRequest {
  if (request === undefined || (own !== undefined && request.personId !== own)) {
    throw new NotFound('mentoring request', id);
  }
  return request;
}
