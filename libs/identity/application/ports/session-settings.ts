import type { SessionLimits } from '../../domain/session';

/** How sessions are kept, as the installation wants it. */
export abstract class SessionSettings {
  abstract readonly limits: SessionLimits;
}
