import { Module } from '@nestjs/common';
import { AddCriteriaVersion } from './add-criteria-version';
import { Apply } from './apply';
import { Assess } from './assess';
import { ChangeTalentPool } from './change-talent-pool';
import { CloseTalentPool } from './close-talent-pool';
import { CreateTalentPool } from './create-talent-pool';
import { Decide } from './decide';
import { DeclareInterest } from './declare-interest';
import { DeclineNomination } from './decline-nomination';
import { ListDecisions } from './list-decisions';
import { ListMembers } from './list-members';
import { ListOwnNominations } from './list-own-nominations';
import { ListTalentPools } from './list-talent-pools';
import { ListTransparentPools } from './list-transparent-pools';
import { Nominate } from './nominate';
import { OpenTalentPool } from './open-talent-pool';
import { PublishPoolCounts } from './publish-pool-counts';
import { ReadCriteria } from './read-criteria';
import { ReadMemberCards } from './read-member-cards';
import { ReadPoolComposition } from './read-pool-composition';
import { ReadPoolMember } from './read-pool-member';
import { ReadTalentPool } from './read-talent-pool';
import { ReadTransparentPool } from './read-transparent-pool';
import { RecordAppointment } from './record-appointment';
import { RecordLeaving } from './record-leaving';

const USE_CASES = [
  AddCriteriaVersion,
  Apply,
  Assess,
  ChangeTalentPool,
  CloseTalentPool,
  CreateTalentPool,
  Decide,
  DeclareInterest,
  DeclineNomination,
  ListDecisions,
  ListMembers,
  ListOwnNominations,
  ListTalentPools,
  ListTransparentPools,
  Nominate,
  OpenTalentPool,
  PublishPoolCounts,
  ReadCriteria,
  ReadMemberCards,
  ReadPoolComposition,
  ReadPoolMember,
  ReadTalentPool,
  ReadTransparentPool,
  RecordAppointment,
  RecordLeaving,
];

/** Everything that can be done with talent pools. Its ports are answered by the program that loads it. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class TalentModule {}
