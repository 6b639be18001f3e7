import type { Entry } from './catalogue';
import type { Catalogue } from './checked-catalogue';

/** The columns of `catalogueRows`, in their order. */
export const CATALOGUE_COLUMNS = ['list', 'code', 'title', 'belongs_to', 'also_known_as'] as const;

type Listed = Entry & { readonly aliases?: readonly string[] };

/**
 * What people may write in a file, one row to an entry, as a table of `CATALOGUE_COLUMNS`: professional groups,
 * professions, grades, stages, competencies, experiences, regions, each in the catalogue's order.
 *
 * `list` says what the entry is. `belongs_to` is the title of the professional group of a profession, of the standard
 * of a competency and of the transition that an experience prepares for, the pay scale of a grade, and empty for
 * others. `also_known_as` holds the aliases, parted by `; `.
 */
export function catalogueRows({ content }: Catalogue): readonly (readonly string[])[] {
  const groups = titlesOf(content.professionalGroups);
  const standards = titlesOf(content.standards);
  const transitions = titlesOf(content.transitions);
  return [
    ...rowsOf('professional group', content.professionalGroups),
    ...rowsOf('profession', content.professions, ({ group }) => groups.get(group)!),
    ...rowsOf('grade', content.grades, ({ scale }) => scale),
    ...rowsOf('stage', content.stages),
    ...rowsOf('competency', content.competencies, ({ standard }) => standards.get(standard)!),
    ...rowsOf('experience', content.experiences, ({ transition }) => transitions.get(transition)!),
    ...rowsOf('region', content.regions),
  ];
}

function rowsOf<Kind extends Listed>(
  list: string,
  entries: readonly Kind[],
  belongsTo: (entry: Kind) => string = () => '',
): string[][] {
  return entries.map((entry) => [
    list,
    entry.code,
    entry.title,
    belongsTo(entry),
    (entry.aliases ?? []).join('; '),
  ]);
}

function titlesOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ code, title }) => [code, title]));
}
