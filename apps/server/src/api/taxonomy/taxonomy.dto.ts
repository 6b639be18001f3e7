import type { Catalogue, CatalogueList, Entry } from '@evenhand/taxonomy';
import { ApiProperty } from '@nestjs/swagger';
import { text } from '../../http/fields/field-kind';
import { ListField, TextField } from '../../http/fields/fields';

/** Lists of the catalogue by the name that they have in addresses. */
export const TAXONOMY_LISTS = {
  'professional-groups': 'professionalGroups',
  professions: 'professions',
  'staff-groups': 'staffGroups',
  grades: 'grades',
  stages: 'stages',
  regions: 'regions',
  areas: 'areas',
  standards: 'standards',
  competencies: 'competencies',
  transitions: 'transitions',
  experiences: 'experiences',
  streams: 'streams',
  'code-values': 'codeValues',
  'behaviour-groups': 'behaviourGroups',
  'career-phases': 'careerPhases',
  opportunities: 'opportunityKinds',
  'barrier-themes': 'barrierThemes',
  barriers: 'barriers',
  'barrier-questions': 'barrierQuestions',
  'readiness-statements': 'readinessStatements',
  'plan-chapters': 'planChapters',
  'plan-behaviours': 'planBehaviours',
  'escalation-levels': 'escalationLevels',
  horizons: 'horizons',
  sources: 'sources',
} as const satisfies Readonly<Record<string, CatalogueList>>;

/** Name of a list in an address. */
export type TaxonomyList = keyof typeof TAXONOMY_LISTS;

const CATALOGUE = { description: 'Code of the catalogue.', max: 64, example: 'health-and-care' };
const VERSION = { description: 'Version of the catalogue.', max: 64, example: 'draft-2025-09-04' };

/** What can be read of the catalogue. */
export class TaxonomyAnswer {
  @TextField(CATALOGUE)
  catalogue!: string;

  @TextField(VERSION)
  version!: string;

  @ListField(text({ max: 64 }), { description: 'Names of the lists, to read each at its address.', max: 100 })
  lists!: readonly string[];
}

/** One list of the catalogue. */
export class TaxonomyListAnswer {
  @TextField(CATALOGUE)
  catalogue!: string;

  @TextField(VERSION)
  version!: string;

  @ApiProperty({
    description:
      'Every entry, in the order of the catalogue. Each has a code and a title; the rest depends on the list.',
    type: 'array',
    items: {
      type: 'object',
      required: ['code', 'title'],
      properties: { code: { type: 'string' }, title: { type: 'string' } },
      additionalProperties: true,
    },
  })
  items!: readonly Entry[];
}

/** Shapes the catalogue for the caller. */
export function taxonomyAnswer({ content: { code, version } }: Catalogue): TaxonomyAnswer {
  return { catalogue: code, version, lists: Object.keys(TAXONOMY_LISTS) };
}

/** Shapes a list for the caller. */
export function taxonomyListAnswer({ content }: Catalogue, list: TaxonomyList): TaxonomyListAnswer {
  return { catalogue: content.code, version: content.version, items: content[TAXONOMY_LISTS[list]] };
}
