import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Proposal } from '../../domain/lifecycle/proposal';
import { namedInLog } from '../named-in-log';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { type ProposalFilter, ProposalRepository } from '../ports/proposal.repository';
import { ShowPeople, type ShownProposal } from './show-people';

/** Lists proposals as far as they are reached, the newest offer first. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly proposals: ProposalRepository,
    private readonly showPeople: ShowPeople,
    private readonly trail: AuditTrail,
  ) {}

  async run(authority: Authority, filter: ProposalFilter, page: PageRequest): Promise<Page<ShownProposal>> {
    const { items, ...rest } = await this.proposals.list(authority.limits(), filter, page);
    for (const [programmeId, proposals] of await this.#byProgramme(items)) {
      for (const named of namedInLog(proposals.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))) {
        await this.trail.record({
          ...{ kind: 'read', action: 'proposals.listed', authority, programmeId },
          ...named,
        });
      }
    }
    return { items: await this.showPeople.of(items), ...rest };
  }

  /** Whoever reads the log reads what was done in their own programme. */
  async #byProgramme(proposals: readonly Proposal[]): Promise<ReadonlyMap<string, readonly Proposal[]>> {
    const programmes = new Map<string, Proposal[]>();
    for (const roundId of new Set(proposals.map((proposal) => proposal.roundId))) {
      const { programmeId } = (await this.rounds.byId(roundId))!;
      const ofProgramme = programmes.get(programmeId) ?? [];
      ofProgramme.push(...proposals.filter((proposal) => proposal.roundId === roundId));
      programmes.set(programmeId, ofProgramme);
    }
    return programmes;
  }
}
