import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { type JsonValue, Outbox } from '@evenhand/kernel';
import { moveRequest, MentoringRequestRepository, PLACE_USING_STATES } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database';
import { RowReach } from '../../../row-reach';
import { ERASED_WORDS } from './erased-words';
import { personIdsOf, rowsHeld } from './held-rows';

/** A proposal or match that ends with one of its people. */
interface OpenPair {
  readonly id: string;
  readonly round_id: string;
  readonly request_id: string;
  readonly mentee_id: string;
  readonly mentor_id: string;
  readonly programme_id: string;
  readonly closed: boolean;
}

/** Answers for requests, proposals, and the part that somebody has in frozen rounds. */
@Injectable()
export class MatchingData extends PersonalDataHolder {
  constructor(
    private readonly database: Database,
    private readonly requests: MentoringRequestRepository,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async held(subject: DataSubject): Promise<readonly HeldRow[]> {
    const ids = personIdsOf(subject);
    return [
      ...(await rowsHeld(this.database, 'mentoring_request', 'person_id = any($1)', [ids])),
      ...(await rowsHeld(this.database, 'proposal', 'mentee_id = any($1) or mentor_id = any($1)', [ids])),
      ...(await rowsHeld(this.database, 'explanation_review', 'person_id = any($1)', [ids])),
      ...(await rowsHeld(this.database, 'run_pseudonym', 'person_id = any($1)', [ids])),
      ...(await this.frozen(ids)),
      ...(await rowsHeld(this.database, 'round_part', 'account_id = $1', [subject.accountId ?? null])),
    ];
  }

  /**
   * Whoever was offered to somebody who goes waits again, with the day of their first submission; whoever was matched with
   * them keeps the match that they had and may ask anew. Places that come free are filled again.
   */
  override async erase(subject: DataSubject): Promise<Erased> {
    const ids = personIdsOf(subject);
    const pairs = await this.openPairs(ids);
    const rounds = [...new Set(pairs.map(({ round_id }) => round_id))].sort();
    await this.hold('matching_round', rounds);
    await this.giveBack(
      pairs.filter(({ mentor_id, mentee_id }) => ids.includes(mentor_id) && !ids.includes(mentee_id)),
    );
    await this.hold('person', ids);
    await this.database.query('delete from proposal where mentee_id = any($1) or mentor_id = any($1)', [ids]);
    await this.database.query('delete from explanation_review where person_id = any($1)', [ids]);
    await this.forgetInOverrides(ids);
    await this.database.query('delete from run_pseudonym where person_id = any($1)', [ids]);
    await this.database.query('delete from mentoring_request where person_id = any($1)', [ids]);
    await this.database.query(
      `update mentoring_request set version = version + 1, welcomed_again = array(
        select one from unnest(welcomed_again) with ordinality as line (one, position)
        where one <> all($1) order by position)
      where welcomed_again && $1::uuid[]`,
      [ids],
    );
    for (const round of rounds) await this.leaveRefill(round);
    return {
      gone: [],
      touched: pairs.map((pair) => ({
        action: 'proposal.ended',
        programmeId: pair.programme_id,
        personIds: [pair.mentee_id, pair.mentor_id].filter((id) => !ids.includes(id)),
        thing: { kind: 'proposal', id: pair.id },
      })),
    };
  }

  /**
   * Of decisions about pairs go the words about somebody, and that it was they who decided. Neither is part of what was
   * frozen and hashed. They are other people's decisions, which nobody's own word reaches: what may become of them is left
   * to the trigger that guards them.
   */
  private async forgetInOverrides(ids: readonly string[]): Promise<void> {
    await RowReach.ALL.run(async () => {
      await this.database.query(
        `update matching_run run set override = run.override || jsonb_build_object('reason', $2::text)
        from run_pseudonym link
        where link.run_id = run.id and link.person_id = any($1)
          and link.pseudonym in (run.override ->> 'mentee', run.override ->> 'mentor')`,
        [ids, ERASED_WORDS],
      );
      await this.database.query(
        `update matching_run set override = override #- '{decidedBy,personId}'
        where override #>> '{decidedBy,personId}' = any($1::text[])`,
        [ids],
      );
    });
  }

  private openPairs(ids: readonly string[]): Promise<OpenPair[]> {
    return this.database.query<OpenPair>(
      `select proposal.id, proposal.round_id, request_id, mentee_id, mentor_id, matching_round.programme_id,
        programme.state = 'closed' as closed
      from proposal
        join matching_round on matching_round.id = proposal.round_id
        join programme on programme.id = matching_round.programme_id
      where (mentee_id = any($1) or mentor_id = any($1)) and proposal.state = any($2)
      order by proposal.id`,
      [ids, PLACE_USING_STATES],
    );
  }

  private async giveBack(pairs: readonly OpenPair[]): Promise<void> {
    const closed = new Map(pairs.map((pair) => [pair.request_id, pair.closed]));
    const waiting = (await this.requests.lock([...closed.keys()])).filter(
      ({ state }) => state === 'proposed',
    );
    await this.requests.save(
      waiting.map((request) => {
        const back = moveRequest(request, 'giveBack');
        return closed.get(request.id) === true ? moveRequest(back, 'expire') : back;
      }),
    );
  }

  private async leaveRefill(roundId: string): Promise<void> {
    const [latest] = await this.database.query<{ attempt: number }>(
      'select coalesce(max(attempt), 0) as attempt from matching_run where round_id = $1',
      [roundId],
    );
    await this.outbox.leave({ kind: 'refill-round', subject: roundId, attempt: latest!.attempt + 1 });
  }

  private async hold(table: 'matching_round' | 'person', ids: readonly string[]): Promise<void> {
    await this.database.query(`select id from ${table} where id = any($1) order by id for update`, [ids]);
  }

  /**
   * Of frozen rounds what stands under somebody's pseudonym. What came of a round they may know once it is published, and
   * why they stayed without a match only in round numbers, as their explanation has it.
   */
  private async frozen(ids: readonly string[]): Promise<readonly HeldRow[]> {
    const rows = await this.database.query<Record<string, JsonValue>>(
      `select
        (select jsonb_agg(one) from jsonb_path_query(run.snapshot::jsonb, '$.*[*] ? (@.id == $own)', named.own) one) as snapshot,
        case when round.state = 'published' then (
          select jsonb_agg(case when one ? 'code' then jsonb_build_object('code', one -> 'code') else one end)
          from jsonb_path_query(run.outcome,
            '$.*[*] ? (@.mentee == $own || @.mentor == $own)', named.own) one) end as outcome,
        case when round.state = 'published' and link.pseudonym in (run.override ->> 'mentee', run.override ->> 'mentor')
          then run.override #- '{decidedBy,personId}' end as override
      from run_pseudonym link
        join matching_run run on run.id = link.run_id
        join matching_round round on round.id = run.round_id
        cross join lateral (select jsonb_build_object('own', link.pseudonym) as own) named
      where link.person_id = any($1)
      order by run.frozen_at, run.id, link.pseudonym`,
      [ids],
    );
    return rows.map((values) => ({ table: 'matching_run', values }));
  }
}
