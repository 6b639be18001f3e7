import { type AuditedEvent, type Authority, canonicalJson, type JsonValue } from '@evenhand/kernel';

/** Things that stand for a human being: in the log they have a pseudonym, like everybody. */
const PERSONAL_THINGS: readonly string[] = ['person', 'account'];

const ACTION = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
/** Codes, ids, days, addresses of machines. Words that somebody wrote have spaces, addresses of people an at sign. */
const CODE = /^[A-Za-z0-9._:/+-]{0,200}$/;

/** Whether an event is written down: somebody's reading of nobody but themselves is their own affair. */
export function isKept({ kind, authority, personIds = [] }: AuditedEvent): boolean {
  return kind !== 'read' || personIds.length === 0 || !personIds.every((id) => authority.is(id));
}

/** Those whom an event is about: people, and the account that something was done to. Each once, in no order that tells. */
export function subjectsOf({ personIds = [], thing }: AuditedEvent): readonly string[] {
  const personal = thing !== undefined && PERSONAL_THINGS.includes(thing.kind) ? [thing.id] : [];
  return [...new Set([...personIds, ...personal])];
}

/** Ids that have a pseudonym in the log: of those whom an event is about, and of the account that acts. */
export function namedIn(event: AuditedEvent): readonly string[] {
  const { actor } = event.authority;
  return [...new Set([...subjectsOf(event), ...(actor.kind === 'account' ? [actor.id] : [])])];
}

/**
 * An event as the log keeps it: canonical JSON, with pseudonyms in place of the ids of people and accounts.
 *
 * @param pseudonymOf what stands in the log for one of {@link namedIn}
 * @throws RangeError for an action that is no code, and for details that could be words somebody wrote
 */
export function auditPayload(event: AuditedEvent, pseudonymOf: (id: string) => string): string {
  const { kind, action, authority, programmeId, thing, details } = checked(event);
  const named = new Set(namedIn(event));
  const inLog = (id: string): string => (named.has(id) ? pseudonymOf(id) : id);
  const payload: Record<string, JsonValue> = {
    kind,
    action,
    actor: actorIn(authority, event, inLog),
    subjects: subjectsOf(event).map(inLog).sort(),
    ...(programmeId === undefined ? {} : { programme: programmeId }),
    ...(thing === undefined ? {} : { thing: { kind: thing.kind, id: inLog(thing.id) } }),
    ...(details === undefined ? {} : { details: inDetails(details, inLog) }),
  };
  return canonicalJson(payload);
}

function actorIn(
  authority: Authority,
  event: AuditedEvent,
  inLog: (id: string) => string,
): Record<string, JsonValue> {
  const { kind, id } = authority.actor;
  const role = roleOf(authority, event);
  return { kind, id: inLog(id), ...(role === undefined ? {} : { role }) };
}

/** The role whose word it was; where none reaches the thing itself, as with a pair of whom one acts, one that is held there. */
function roleOf(authority: Authority, event: AuditedEvent): string | undefined {
  const there = ({ programmeId }: { programmeId?: string }): boolean =>
    programmeId === undefined || programmeId === event.programmeId;
  const reach = authority.over(event) ?? authority.reaches.find(there) ?? authority.reaches[0];
  return reach?.role;
}

function inDetails(
  details: NonNullable<AuditedEvent['details']>,
  inLog: (id: string) => string,
): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? inLog(value) : value]),
  );
}

function checked(event: AuditedEvent): AuditedEvent {
  if (!ACTION.test(event.action)) {
    throw new RangeError(`"${event.action}" is no action for the log: expected a code like person.read`);
  }
  for (const [name, value] of Object.entries(event.details ?? {})) {
    if (typeof value === 'string' && !CODE.test(value)) {
      throw new RangeError(`${event.action}: ${name} may hold words; the log keeps codes, ids and numbers`);
    }
  }
  return event;
}
