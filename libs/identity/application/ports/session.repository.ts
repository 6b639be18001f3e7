import type { Session, SessionBounds } from '../../domain/session';

/** Keeps who is signed in to the pages. */
export abstract class SessionRepository {
  abstract add(session: Session): Promise<void>;
  abstract byHash(sha256: string): Promise<Session | undefined>;
  /** Writes down that a session was seen. One that has ended meanwhile stays so. */
  abstract see(sha256: string, at: Date): Promise<void>;
  /** Ends a session, if there is one. */
  abstract remove(sha256: string): Promise<void>;
  /** Ends all that are over. */
  abstract removeOver(bounds: SessionBounds): Promise<void>;
}
