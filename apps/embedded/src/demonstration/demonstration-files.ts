import { writeCsv } from '@evenhand/files';
import { inventProgramme, type ProgrammeSize } from './invent-programme';
import { inventWorkforce } from './invent-workforce';

/** The programme that `npm start` shows. */
export const DEMONSTRATION: ProgrammeSize = {
  seed: 'evenhand',
  mentees: 520,
  mentors: 210,
  places: 400,
  people: 1200,
  organisations: 12,
};

/** The day of its matching round, the first after everybody's first submission. */
export const DEMONSTRATION_DAY = '2026-11-01';

/** The files of the demonstration programme by name, as they stand in `apps/embedded/demonstration`. */
export function demonstrationFiles(): ReadonlyMap<string, string> {
  const tables = Object.entries({
    ...inventProgramme(DEMONSTRATION),
    ...inventWorkforce(DEMONSTRATION),
  }).map(
    ([name, [columns = [], ...rows]]: [string, string[][]]) =>
      [`${name}.csv`, writeCsv(columns, rows)] as const,
  );
  return new Map([...tables, ['README.md', aboutThem(DEMONSTRATION)]]);
}

function aboutThem({ seed, mentees, mentors, places, people, organisations }: ProgrammeSize): string {
  return `# The demonstration programme

Everybody in these files is invented. Names were put together by chance, the organisations are made up, and mail to these
addresses can never arrive: \`.test\` is kept from real use.

- \`mentees.csv\`: ${mentees} people who ask for a mentor.
- \`mentors.csv\`: ${mentors} people who offer ${places} places; some of them ask as well.
- \`workforce.csv\`: the ${people} people in scope by profession, from which the ask rate comes.
- \`colleagues.csv\`: those of them who neither ask nor offer.
- \`baseline.csv\`: all of them, counted by organisation, profession, grade and stage.
- \`characteristics.csv\`: all of them, counted by what they would say of themselves, in aggregate only.

They work in ${organisations} organisations over the seven regions of England. The matching round is held on ${DEMONSTRATION_DAY}.
Once it is published they answer what was proposed to them, meet, and say whether it helped; that is invented too.

A script made the files from the seed \`${seed}\`. To make them again, run this at the top of the repository:

\`\`\`
npm run -s build
node dist/apps/embedded/src/demonstration/make-demonstration.js
\`\`\`

The same seed gives the same files to the byte, and a test compares them.
`;
}
