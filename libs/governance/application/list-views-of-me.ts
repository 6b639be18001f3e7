import type { AuditedKind, Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { toldIn } from '../domain/chained-event';
import { AuditLogRepository, type EventAbout } from './ports/audit-log.repository';

/** What was done with what is held on somebody, as it is told to them: nobody else is named. */
export interface ViewOfMe {
  /** Number of the event in the log. */
  readonly seq: number;
  /** When, in UTC. */
  readonly at: string;
  readonly kind: AuditedKind;
  /** What was done: `person.read`. */
  readonly action: string;
  /** The role, or the name of a program, in which it was done. */
  readonly role: string;
  /** Where whoever did it works, as far as that is still known. */
  readonly organisation?: string;
  /** They did it themselves. */
  readonly byMe: boolean;
  readonly programmeId?: string;
}

/** Lists for everybody who looked at what is held on them, and what else was done with it: the newest first. */
@Injectable()
export class ListViewsOfMe {
  constructor(private readonly log: AuditLogRepository) {}

  async run({ actor }: Authority, page: PageRequest): Promise<Page<ViewOfMe>> {
    const me = [actor.id, ...actor.persons.map(({ personId }) => personId)];
    const { items, ...rest } = await this.log.about(me, page);
    return { ...rest, items: items.map(viewOf) };
  }
}

function viewOf({ event, bySubject, organisation }: EventAbout): ViewOfMe {
  const { kind, action, actor, programme } = toldIn(event.payload);
  return {
    seq: event.seq,
    at: event.at,
    kind,
    action,
    role: actor.role ?? actor.id,
    ...(organisation === undefined || bySubject ? {} : { organisation }),
    byMe: bySubject,
    ...(programme === undefined ? {} : { programmeId: programme }),
  };
}
