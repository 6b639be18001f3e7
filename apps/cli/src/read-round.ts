import { readCatalogueFile, readCsvTable, readPeopleMapFile, readRulesFile } from '@evenhand/files';
import { InputRefused, isDay, RefusedInputs } from '@evenhand/kernel';
import { checkRules, DEFAULT_RULES, type MatchingRules, readEarlierPairs } from '@evenhand/matching';
import { type Headcounts, type People, readHeadcounts, readPeople } from '@evenhand/people';
import { type Catalogue, healthAndCare } from '@evenhand/taxonomy';

/** Where the parts of a round stand. */
export interface RoundFiles {
  readonly mentees: string;
  readonly mentors: string;
  readonly rules?: string;
  readonly map?: string;
  readonly catalogue?: string;
  readonly baseline?: string;
  /** Pairs that are not to be made again. */
  readonly earlier?: string;
  /** The day of the round, `YYYY-MM-DD`. */
  readonly date: string;
  /** Overrides the seed of the rules. */
  readonly seed?: string;
}

/** Everything that a round is made from. */
export interface Round extends People {
  readonly catalogue: Catalogue;
  readonly rules: MatchingRules;
  readonly baseline: Headcounts | undefined;
  readonly earlierPairs: ReadonlySet<string> | undefined;
}

/**
 * Reads a round from its files.
 *
 * @throws InputRefused with the faults of all files at once, as far as one can be read without the others
 */
export function readRound(files: RoundFiles): Round {
  const catalogue = files.catalogue === undefined ? healthAndCare : readCatalogueFile(files.catalogue);
  const refused = new RefusedInputs();
  refused.collect(() => requireDay(files.date));
  const rules = refused.collect(() => rulesOf(files, catalogue));
  const map = refused.collect(() => (files.map === undefined ? {} : { map: readPeopleMapFile(files.map) }));
  const mentees = refused.collect(() => readCsvTable(files.mentees));
  const mentors = refused.collect(() => readCsvTable(files.mentors));
  const baseline = refused.collect(() =>
    files.baseline === undefined ? undefined : readHeadcounts(readCsvTable(files.baseline), catalogue),
  );
  const earlierPairs = refused.collect(() =>
    files.earlier === undefined ? undefined : readEarlierPairs(readCsvTable(files.earlier)),
  );
  refused.refuse();
  const people = readPeople({
    mentees: mentees(),
    mentors: mentors(),
    catalogue,
    onDate: files.date,
    ...map(),
  });
  return { ...people, catalogue, rules: rules(), baseline: baseline(), earlierPairs: earlierPairs() };
}

function requireDay(date: string): void {
  if (!isDay(date)) {
    throw new InputRefused([`--date: "${date}" is no day written as YYYY-MM-DD`]);
  }
}

function rulesOf({ rules, seed }: RoundFiles, catalogue: Catalogue): MatchingRules {
  const written = rules === undefined ? DEFAULT_RULES : readRulesFile(rules, catalogue);
  if (seed === undefined) {
    return written;
  }
  try {
    return checkRules({ ...written, seed });
  } catch (error) {
    // Whatever the file holds has been found right: only the seed of the command line can be wrong here.
    throw error instanceof InputRefused ? new InputRefused([`--${error.message}`]) : error;
  }
}
