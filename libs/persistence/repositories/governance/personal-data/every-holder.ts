import { type PersonalDataHolder, PersonalDataHolders } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { GovernanceData } from './governance-data';
import { IdentityData } from './identity-data';
import { MachineryData } from './machinery-data';
import { MatchingData } from './matching-data';
import { PeopleData } from './people-data';
import { TalentData } from './talent-data';

/** What answers for all tables. People go when nobody refers to them any more, and accounts when they hold nobody. */
@Injectable()
export class EveryHolder extends PersonalDataHolders {
  override readonly all: readonly PersonalDataHolder[];

  constructor(
    matching: MatchingData,
    talent: TalentData,
    governance: GovernanceData,
    machinery: MachineryData,
    people: PeopleData,
    identity: IdentityData,
  ) {
    super();
    this.all = [matching, talent, governance, machinery, people, identity];
  }
}
