import {
  type AuditEventFilter,
  AuditLogRepository,
  type ChainedEvent,
  type ChainHead,
  type EventAbout,
  NO_EVENT,
} from '@evenhand/governance';
import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { type ListOrder, pageOf, positionOf } from '../paging';
import { whereSet } from '../where-set';

/** A row of `audit_event`, its time written as the log writes it. */
interface AuditEventRow {
  /** A number that JavaScript does not read as one by itself. */
  readonly seq: string;
  readonly at: string;
  readonly payload: string;
  readonly previous_sha256: string;
  readonly sha256: string;
  readonly kind: string;
  readonly action: string;
  readonly programme_id: string | null;
  readonly actor_role: string | null;
  readonly actor: string | null;
  readonly subjects: readonly string[];
}

type AuditEventAboutRow = AuditEventRow & { readonly by_subject: boolean };

const COLUMNS = `e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.payload,
  e.previous_sha256, e.sha256, e.kind, e.action, e.programme_id, e.actor_role, e.actor, e.subjects`;

const NEWEST: ListOrder<AuditEventRow> = {
  valuesOf: ({ seq }) => [seq],
  accepts: [(text) => /^[1-9]\d{0,15}$/.test(text)],
};

/** Reads the log in `audit_event`. */
@Injectable()
export class TypeormAuditLogRepository extends AuditLogRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async head(): Promise<ChainHead> {
    const [row] = await this.database.query<{ seq: string; sha256: string }>(
      'select seq, sha256 from audit_head()',
    );
    return row === undefined ? NO_EVENT : { seq: Number(row.seq), sha256: row.sha256 };
  }

  async after(seq: number, most: number): Promise<readonly ChainedEvent[]> {
    const rows = await this.database.query<AuditEventRow>(
      `select ${COLUMNS} from audit_event e where e.seq > $1 order by e.seq limit $2`,
      [seq, most],
    );
    return rows.map(eventOf);
  }

  async bySeq(seq: number): Promise<ChainedEvent | undefined> {
    return (await this.after(seq - 1, 1)).find((event) => event.seq === seq);
  }

  async list(filter: AuditEventFilter, page: PageRequest): Promise<Page<ChainedEvent>> {
    const { reached, kind, programmeId, subject } = filter;
    const rows = await this.database.query<AuditEventRow>(
      `select ${COLUMNS} from audit_event e
      where e.kind = any($1::text[])
        and exists (select from unnest($1::text[], $2::uuid[]) as reached(kind, programme_id)
          where reached.kind = e.kind and coalesce(reached.programme_id = e.programme_id, reached.programme_id is null))
        and ($3::text is null or e.kind = $3) and ($4::uuid is null or e.programme_id = $4)
        and ($5::uuid is null or e.subjects @> array[$5::uuid])
        and ($6::bigint is null or e.seq < $6)
      order by e.seq desc limit $7`,
      [
        reached.map((one) => one.kind),
        reached.map((one) => one.programmeId ?? null),
        ...[kind ?? null, programmeId ?? null, subject ?? null],
        ...[...positionOf(page, NEWEST), page.limit + 1],
      ],
    );
    return pageOf(rows, page, NEWEST, eventOf);
  }

  async about(ids: readonly string[], page: PageRequest): Promise<Page<EventAbout>> {
    // Found by whom they are about and ordered then: going down the log until there are enough takes as long as the log.
    const rows = await this.database.query<AuditEventAboutRow>(
      `with them as (select array(select pseudonym from log_pseudonym where subject = any($1::uuid[])) as pseudonyms),
      found as materialized (select seq from audit_event where subjects && (select pseudonyms from them))
      select ${COLUMNS}, coalesce(e.actor = any(them.pseudonyms), false) as by_subject
      from found join audit_event e using (seq), them
      where $2::bigint is null or seq < $2
      order by seq desc limit $3`,
      [ids, ...positionOf(page, NEWEST), page.limit + 1],
    );
    const organisations = await this.organisationsOf(rows.flatMap(({ actor }) => actor ?? []));
    return pageOf(rows, page, NEWEST, (row: AuditEventAboutRow) => {
      const organisation = organisations.get(row.actor ?? '');
      return {
        ...{ event: eventOf(row), bySubject: row.by_subject },
        ...(organisation === undefined ? {} : { organisation }),
      };
    });
  }

  private async organisationsOf(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ actor: string; organisation: string }>(
      'select actor, organisation from organisations_of_actors($1)',
      [actors],
    );
    return new Map(rows.map(({ actor, organisation }) => [actor, organisation]));
  }
}

function eventOf(row: AuditEventRow): ChainedEvent {
  const { at, payload, previous_sha256: previousSha256, sha256, kind, action, subjects } = row;
  return {
    ...{ seq: Number(row.seq), at, payload, previousSha256, sha256 },
    columns: {
      ...{ kind, action, subjects },
      ...whereSet({ programme: row.programme_id, actorRole: row.actor_role, actor: row.actor }),
    },
  };
}
