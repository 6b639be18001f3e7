import type { Programme } from '@evenhand/people';
import { type MentoringRequest, moveRequest } from '../../domain/lifecycle/mentoring-request';

/** A request that waits again after a round or a proposal came to nothing; in a closed programme it has run out. */
export function givenBack(request: MentoringRequest, { state }: Programme): MentoringRequest {
  const waiting = moveRequest(request, 'giveBack');
  return state === 'closed' ? moveRequest(waiting, 'expire') : waiting;
}
