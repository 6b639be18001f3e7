import { type PersonalDataHolder, PersonalDataHolders } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { EquityData } from './equity-data';
import { EverythingReached } from './everything-reached';
import { GovernanceData } from './governance-data';
import { IdentityData } from './identity-data';
import { MachineryData } from './machinery-data';
import { MatchingData } from './matching-data';
import { MentoringData } from './mentoring-data';
import { PeopleData } from './people-data';
import { TalentData } from './talent-data';

/** What answers for all tables. People go when nobody refers to them any more, and accounts when they hold nobody. */
@Injectable()
export class EveryHolder extends PersonalDataHolders {
  override readonly all: readonly PersonalDataHolder[];

  constructor(
    mentoring: MentoringData,
    matching: MatchingData,
    talent: TalentData,
    equity: EquityData,
    governance: GovernanceData,
    machinery: MachineryData,
    people: PeopleData,
    identity: IdentityData,
  ) {
    super();
    const reached = (holder: PersonalDataHolder) => new EverythingReached(holder);
    this.all = [
      ...[reached(mentoring), reached(matching), reached(talent), equity, reached(governance)],
      ...[reached(machinery), reached(people), reached(identity)],
    ];
  }
}
