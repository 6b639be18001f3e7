import { InputRefused } from '@evenhand/kernel';
import type { CatalogueContent, CatalogueList, Source } from './catalogue';
import { Catalogue } from './checked-catalogue';
import { healthAndCare } from './health-and-care';

/** What another sector brings: a list that is left out is health and care's, where that still makes sense. */
export type OwnCatalogue = Pick<CatalogueContent, 'code' | 'title' | 'version'> &
  Partial<Pick<CatalogueContent, CatalogueList>>;

/** Lists whose entries speak of entries of other lists: with others in their place, nobody could follow them. */
const SPEAKS_OF: Readonly<Partial<Record<CatalogueList, readonly CatalogueList[]>>> = {
  areas: ['stages'],
  standards: ['areas'],
  competencies: ['standards', 'stages'],
  transitions: ['stages'],
  experiences: ['transitions'],
  streams: ['transitions', 'grades'],
  opportunityKinds: ['careerPhases'],
  barriers: ['barrierThemes'],
  barrierQuestions: ['barrierThemes'],
};

/**
 * The catalogue of another sector. A list that it gives replaces the built-in one; a list that it leaves out is
 * inherited, unless the list speaks of one that is replaced (competencies speak of stages): then it is empty. Sources
 * alone are added to the built-in ones, which inherited lists go on citing.
 *
 * @throws InputRefused when it brings professional groups without professions or the other way round, and with every
 *   inconsistency of the outcome
 */
export function catalogueForSector(own: OwnCatalogue): Catalogue {
  if ((own.professionalGroups === undefined) !== (own.professions === undefined)) {
    const [given, left] =
      own.professions === undefined
        ? (['professionalGroups', 'professions'] as const)
        : (['professions', 'professionalGroups'] as const);
    throw new InputRefused([`${left}: it is missing; a catalogue that gives ${given} gives ${left} too`]);
  }

  const inherited = (list: CatalogueList): boolean =>
    own[list] === undefined && (SPEAKS_OF[list] ?? []).every(inherited);
  const lost = (Object.keys(SPEAKS_OF) as CatalogueList[]).filter((list) => !inherited(list));

  return new Catalogue({
    ...healthAndCare.content,
    ...Object.fromEntries(lost.map((list) => [list, []])),
    ...own,
    sources: withBuiltIn(own.sources ?? []),
  });
}

function withBuiltIn(own: readonly Source[]): readonly Source[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...own, ...healthAndCare.content.sources.filter(({ code }) => !codes.has(code))];
}
