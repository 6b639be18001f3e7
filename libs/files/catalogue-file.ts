import { type Catalogue, catalogueForSector, type OwnCatalogue } from '@evenhand/taxonomy';
import { z } from 'zod';
import { inFile, readJsonFile } from './json-file';

const text = z.string();
const texts = z.array(text);
/** Most entries need no other name, and an own competency no descriptors. */
const aliases = texts.default([]);

const entry = { code: text, title: text };
const described = { ...entry, description: text };
const months = z.int();

const catalogueShape = z.strictObject({
  format: z.literal('evenhand.catalogue/1'),
  ...entry,
  version: text,
  sources: listOf({ ...entry, publisher: text, published: text }),
  professionalGroups: listOf({ ...entry, clinical: z.boolean(), source: text }),
  professions: listOf({ ...entry, group: text, aliases }),
  staffGroups: listOf({ ...entry, aliases, source: text }),
  grades: listOf({ ...entry, scale: text, equivalent: z.exactOptional(text), aliases }),
  stages: listOf({ ...described, source: text }),
  areas: listOf({ ...described, source: text }),
  standards: listOf({ ...entry, area: text }),
  competencies: listOf({ ...entry, standard: text, descriptors: z.record(text, text).default({}) }),
  transitions: listOf({
    ...described,
    toStage: text,
    presumes: texts,
    dimensions: z.array(z.strictObject({ ...entry, shift: text, expectations: texts })),
    source: text,
  }),
  experiences: listOf({ ...described, transition: text }),
  streams: listOf({
    ...described,
    transition: text,
    grades: texts,
    towards: text,
    exampleRoles: texts,
    source: text,
  }),
  codeValues: listOf({ ...described, source: text }),
  behaviourGroups: listOf({ ...described, behaviours: texts, source: text }),
  careerPhases: listOf({ ...described, source: text }),
  opportunityKinds: listOf({
    ...described,
    examples: z.record(text, texts),
    personGains: texts,
    organisationGains: texts,
    needs: texts,
    source: text,
  }),
  barrierThemes: listOf({ ...entry, source: text }),
  barriers: listOf({ ...described, theme: text }),
  barrierQuestions: listOf({ ...entry, theme: text, examples: texts }),
  readinessStatements: listOf({
    ...described,
    purpose: z.enum(['conditions', 'lasting_success']),
    source: text,
  }),
  planChapters: listOf({ ...described, source: text }),
  planBehaviours: listOf({ ...described, showsReleases: z.boolean(), source: text }),
  escalationLevels: listOf({ ...described, source: text }),
  regions: listOf({ ...entry, aliases }),
  horizons: listOf({ ...entry, fromMonths: months, toMonths: months, source: text }),
});

function listOf<Members extends z.ZodRawShape>(members: Members) {
  return z.exactOptional(z.array(z.strictObject(members)));
}

/**
 * Reads the catalogue of another sector: JSON with `"format": "evenhand.catalogue/1"`, a code, a title, a version and
 * any of a catalogue's lists. `aliases` and `descriptors` may be left out.
 *
 * @throws InputRefused naming the file, the member and what is wrong with it: first all faults of shape, then all
 *   inconsistencies
 */
export function readCatalogueFile(path: string): Catalogue {
  const own: OwnCatalogue & { format?: string } = readJsonFile(path, catalogueShape);
  delete own.format;
  return inFile(path, () => catalogueForSector(own));
}
