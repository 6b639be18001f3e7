import { DataSubjects, OverdueData, PersonalDataHolders } from '@evenhand/governance';
import type { Provider } from '@nestjs/common';
import { TypeormDataSubjects } from '../typeorm-data-subjects';
import { EquityData } from './equity-data';
import { EveryHolder } from './every-holder';
import { GovernanceData } from './governance-data';
import { IdentityData } from './identity-data';
import { MachineryData } from './machinery-data';
import { MatchingData } from './matching-data';
import { MentoringData } from './mentoring-data';
import { OverdueRows } from './overdue-rows';
import { PeopleData } from './people-data';
import { TalentData } from './talent-data';

/** What answers for everything that is held on people. */
export const PERSONAL_DATA: readonly Provider[] = [
  MentoringData,
  MatchingData,
  TalentData,
  EquityData,
  GovernanceData,
  MachineryData,
  PeopleData,
  IdentityData,
  { provide: PersonalDataHolders, useClass: EveryHolder },
  { provide: OverdueData, useClass: OverdueRows },
  { provide: DataSubjects, useClass: TypeormDataSubjects },
];
