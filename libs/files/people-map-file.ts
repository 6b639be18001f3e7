import { type ColumnRule, MENTEE_COLUMNS, MENTOR_COLUMNS, type PeopleMap, valueKey } from '@evenhand/people';
import { z } from 'zod';
import { jsonOfShape, readJsonFile } from './json-file';

const heading = z.string().trim().min(1);

const values = z.record(z.string(), z.string()).superRefine((listed, context) => {
  const spellings = Object.keys(listed);
  if (new Set(spellings.map(valueKey)).size < spellings.length) {
    context.addIssue('it lists a value twice: case and outer spaces make no difference');
  }
});

const columnRule = z
  .strictObject({
    constant: z.string().exactOptional(),
    from: z
      .union([heading, z.array(heading).min(1)], { error: 'expected a heading or a list of headings' })
      .exactOptional(),
    values: values.exactOptional(),
    with: z.string().exactOptional(),
    before: z.string().exactOptional(),
    after: z.string().exactOptional(),
    derive: z.enum(['id', 'day']).exactOptional(),
  })
  .transform(({ constant, from, ...shaping }, context): ColumnRule => {
    if (from !== undefined && constant === undefined) {
      return { from, ...shaping };
    }
    if (constant !== undefined && from === undefined && Object.keys(shaping).length === 0) {
      return { constant };
    }
    context.addIssue('expected either "from", with what shapes it, or "constant" alone');
    return z.NEVER;
  });

const peopleMapFile = z.strictObject({
  format: z.literal('evenhand.people-map/1'),
  mentees: z.partialRecord(z.enum(MENTEE_COLUMNS), columnRule).exactOptional(),
  mentors: z.partialRecord(z.enum(MENTOR_COLUMNS), columnRule).exactOptional(),
});

/**
 * Reads how to read somebody else's people (`evenhand.people-map/1`).
 *
 * @param path the file, or `-` for standard input
 * @throws InputRefused naming the file, the member and what is wrong with it, all faults at once
 */
export function readPeopleMapFile(path: string): PeopleMap {
  return readJsonFile(path, peopleMapFile);
}

/**
 * The same for a map that has been read as JSON already.
 *
 * @param name what messages call it
 */
export function peopleMap(name: string, value: unknown): PeopleMap {
  return jsonOfShape(name, value, peopleMapFile);
}
