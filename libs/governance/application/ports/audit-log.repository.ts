import type { AuditedKind, Page, PageRequest } from '@evenhand/kernel';
import type { ChainedEvent } from '../../domain/chained-event';
import type { ChainHead } from '../../domain/signed-head';

/** Events of these kinds, each within a programme where one is named. */
export interface EventsReached {
  readonly kind: AuditedKind;
  readonly programmeId?: string;
}

/** Which events a list holds. */
export interface AuditEventFilter {
  /** What the reader may see: an event is listed where one of these reaches it. */
  readonly reached: readonly EventsReached[];
  readonly kind?: AuditedKind;
  readonly programmeId?: string;
  /** Pseudonym of somebody whom events are about. */
  readonly subject?: string;
}

/** An event about somebody, with what is still known of who acted. */
export interface EventAbout {
  readonly event: ChainedEvent;
  /** Whoever it is about did it themselves. */
  readonly bySubject: boolean;
  /**
   * Name of the organisation where whoever acted has their main post; absent where it was a program, somebody who is in no
   * programme, or nobody any more.
   */
  readonly organisation?: string;
}

/** Reads the log. Nobody writes to it but through `AuditTrail` of the kernel. */
export abstract class AuditLogRepository {
  abstract head(): Promise<ChainHead>;
  /** The events after one, in their order, at most so many. */
  abstract after(seq: number, most: number): Promise<readonly ChainedEvent[]>;
  abstract bySeq(seq: number): Promise<ChainedEvent | undefined>;
  /** The newest first. */
  abstract list(filter: AuditEventFilter, page: PageRequest): Promise<Page<ChainedEvent>>;
  /** What is about any of these people and accounts, who are one human being; the newest first. */
  abstract about(ids: readonly string[], page: PageRequest): Promise<Page<EventAbout>>;
}
