import type { AuditTrail, Authority } from '@evenhand/kernel';
import type { MentoringRequest } from '../../domain/lifecycle/mentoring-request';
import { belongingOf } from './request-belonging';

/** Tells the log where somebody does something with the request of somebody else: what people do with their own is their affair. */
export async function recordChange(
  trail: AuditTrail,
  authority: Authority,
  request: MentoringRequest,
  done: string,
): Promise<void> {
  if (!authority.is(request.personId)) {
    await trail.record({
      ...{ kind: 'change', action: `mentoring-request.${done}`, authority, ...belongingOf(request) },
      thing: { kind: 'mentoring-request', id: request.id },
    });
  }
}
