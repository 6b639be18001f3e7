import type { CatalogueContent } from '../catalogue';
import { Catalogue } from '../checked-catalogue';
import { barrierQuestions, barriers, barrierThemes } from './barriers';
import { behaviourGroups } from './behaviours';
import { careerPhases } from './career-phases';
import { codeValues } from './code-values';
import { areas, competencies, standards } from './competencies';
import { experiences, streams, transitions } from './development-streams';
import { grades } from './grades';
import { horizons } from './horizons';
import { escalationLevels, planBehaviours, planChapters, readinessStatements } from './leadership-plan';
import { opportunityKinds } from './opportunities';
import { professionalGroups, professions } from './professions';
import { regions } from './regions';
import { sources } from './sources';
import { staffGroups } from './staff-groups';
import { stages } from './stages';

const content: CatalogueContent = {
  code: 'health-and-care',
  title: 'Health and care in England',
  version: 'draft-2025-09-04',
  sources,
  professionalGroups,
  professions,
  staffGroups,
  grades,
  stages,
  areas,
  standards,
  competencies,
  transitions,
  experiences,
  streams,
  codeValues,
  behaviourGroups,
  careerPhases,
  opportunityKinds,
  barrierThemes,
  barriers,
  barrierQuestions,
  readinessStatements,
  planChapters,
  planBehaviours,
  escalationLevels,
  regions,
  horizons,
};

/** The built-in catalogue. Its version is that of the management and leadership framework, a draft of September 2025. */
export const healthAndCare = new Catalogue(content);
