import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type Gap, type Likeness, MOST_GAPS, USUAL_GAP_SIZE } from '../../domain/mentee';
import type { MenteeProfile } from '../../domain/profiles';
import type { RegisteredPerson } from '../../domain/registered-person';
import { type CatalogueCells, catalogueCells, repeatedTopics } from '../catalogue-cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { ownPerson } from '../persons/reached-person';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme, lockProgramme } from '../programmes/programme-lock';
import { targetFault, usualTarget } from '../read-mentee';
import { readAccessibility, readNumber } from './profile-cells';
import { putProfile, type PutProfile } from './put-profile';

/** What somebody asks of a mentor. Codes may be any of the catalogue's labels. */
export interface MenteeProfileInput {
  /** The stage after the present one, or with `peer` the present one, where nothing is said. */
  readonly targetStage?: string;
  /** One to five, the most important first; a gap has size 2 where nothing is said. */
  readonly gaps: readonly { readonly topic: string; readonly size?: number }[];
  readonly preferProfession?: Likeness;
  readonly preferOrganisation?: Likeness;
  readonly peer?: boolean;
  readonly accessibility?: readonly string[];
}

/** Makes a person's mentee profile, or replaces it. */
@Injectable()
export class PutMenteeProfile {
  private readonly cells: CatalogueCells;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly profiles: MenteeProfileRepository,
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {
    this.cells = catalogueCells(catalogue);
  }

  /**
   * @param expectedVersion the version that is replaced; without it the profile is a new one
   * @throws NotFound, Forbidden, StaleVersion, Conflict `mentee-profile.exists` or, for a new one, `programme.closed`, InputRefused
   *   with every fault
   */
  run(
    authority: Authority,
    personId: string,
    input: MenteeProfileInput,
    expectedVersion?: number,
  ): Promise<PutProfile<MenteeProfile>> {
    return this.transaction.run(async () => {
      const { programmeId } = await ownPerson(this.persons, authority, personId, 'mentee profile');
      await (expectedVersion === undefined ? lockOpenProgramme : lockProgramme)(this.programmes, programmeId);
      const [person] = await this.persons.lock([personId]);
      const profile = this.profileOf(person!, input);
      const put = await putProfile(this.profiles, 'mentee profile', profile, expectedVersion);
      const about = { programmeId, personIds: [personId] };
      await tell(this.trail, 'mentee-profile.changed', {
        authority,
        ...about,
        details: { created: put.created },
      });
      return put;
    });
  }

  private profileOf({ id, posts }: RegisteredPerson, input: MenteeProfileInput): MenteeProfile {
    const members = new Members();
    const present = posts[0].stage;
    const { peer = false } = input;
    const profile: MenteeProfile = {
      personId: id,
      targetStage: this.readTarget(members, input.targetStage, present, peer),
      gaps: this.readGaps(members, input.gaps),
      preferProfession: input.preferProfession ?? 'any',
      preferOrganisation: input.preferOrganisation ?? 'any',
      peer,
      accessibility: readAccessibility(members, input.accessibility),
      version: 1,
    };
    members.refuseAll();
    return profile;
  }

  private readTarget(members: Members, text: string | undefined, present: string, peer: boolean): string {
    const target = members.read('targetStage', text, this.cells.stage, undefined);
    if (target === undefined) {
      return usualTarget(this.catalogue, present, peer);
    }
    const fault = targetFault(this.catalogue, { target, present, peer });
    if (fault !== undefined) {
      members.refuse('targetStage', fault);
    }
    return target;
  }

  private readGaps(members: Members, given: MenteeProfileInput['gaps']): readonly Gap[] {
    if (given.length === 0 || given.length > MOST_GAPS) {
      members.refuse('gaps', `it names ${given.length} gaps; a person chooses 1 to ${MOST_GAPS}`);
    }
    const gaps = given.map(({ topic, size = USUAL_GAP_SIZE }, at) => ({
      topic: members.read(`gaps[${at}].topic`, topic, this.cells.topic, ''),
      size: readNumber(members, `gaps[${at}].size`, size, { least: 1, most: 4, whole: true }),
    }));
    repeatedTopics(gaps.filter(({ topic }) => topic !== '')).forEach((what) => members.refuse('gaps', what));
    return gaps;
  }
}
