/** Somebody who is signed in to the pages, in one browser. */
export interface Session {
  /** SHA-256 of what the browser holds, hexadecimal: whoever reads the database cannot take the browser's place. */
  readonly sha256: string;
  readonly accountId: string;
  /** How the provider names the holder, to be shown to them; up to 200 characters. */
  readonly holderName: string;
  /** Stands in every form that the browser is shown, and comes back with it. 43 characters of base64url. */
  readonly formToken: string;
  /** With what the provider is asked to end its own session (OpenID Connect RP-Initiated Logout). */
  readonly idToken: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

/** How long a session lasts. */
export interface SessionLimits {
  /** Minutes without a page. */
  readonly idleMinutes: number;
  /** Hours in all. */
  readonly hours: number;
}

/** What a session was at the latest that is over at some moment. */
export interface SessionBounds {
  /** Whoever was last seen at this moment or before is signed out. */
  readonly seen: Date;
  /** Whoever signed in at this moment or before is signed out. */
  readonly signedIn: Date;
}

const MINUTE = 60_000;
/** A page that comes soon after another is not written down: the idle limit is kept to a tenth. */
const SEEN_SHARE = 10;

/** Up to when sessions are over at a moment. */
export function boundsAt(now: Date, { idleMinutes, hours }: SessionLimits): SessionBounds {
  return {
    seen: new Date(now.getTime() - idleMinutes * MINUTE),
    signedIn: new Date(now.getTime() - hours * 60 * MINUTE),
  };
}

/** Whether a session is over. */
export function isOver({ lastSeenAt, signedInAt }: Session, { seen, signedIn }: SessionBounds): boolean {
  return lastSeenAt <= seen || signedInAt <= signedIn;
}

/** Whether it has to be written down that a session was seen. */
export function isSeenAnew({ lastSeenAt }: Session, now: Date, { idleMinutes }: SessionLimits): boolean {
  return now.getTime() - lastSeenAt.getTime() >= (idleMinutes * MINUTE) / SEEN_SHARE;
}
