import type { Belonging } from '@evenhand/kernel';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';

/** Whose a request is. */
export function belongingOf({ programmeId, personId }: MentoringRequest): Required<Belonging> {
  return { programmeId, personIds: [personId] };
}
