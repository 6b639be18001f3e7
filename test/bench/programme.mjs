import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const require = createRequire(import.meta.url);

/** The invented people of a size, as the CSV files that a coordinator would hand in. */
export function writeProgramme(folder, mentees, mentors) {
  const { inventProgramme } = require(
    join(dist, 'apps', 'embedded', 'src', 'demonstration', 'invent-programme.js'),
  );
  const { writeCsv } = require(join(dist, 'libs', 'files', 'index.js'));
  const programme = inventProgramme({
    seed: `bench ${mentees}x${mentors}`,
    mentees,
    mentors,
    places: Math.round(mentees / 1.3),
    people: Math.ceil(2.4 * mentees),
    organisations: 60,
  });
  for (const [table, [columns, ...rows]] of Object.entries(programme)) {
    writeFileSync(join(folder, `${table}.csv`), writeCsv(columns, rows));
  }
}
