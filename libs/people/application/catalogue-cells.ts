import type { Catalogue, SuggestedKind } from '@evenhand/taxonomy';
import { type Gap, MOST_GAPS, USUAL_GAP_SIZE } from '../domain/mentee';
import type { Strength } from '../domain/mentor';
import { quoted } from '../domain/quoted';
import { type CellReader, fault, Faults, readEach } from './cells';

/** Readers of the cells that hold what a catalogue names. */
export interface CatalogueCells {
  /** Each of these gives the code, whichever of the labels the cell holds. */
  readonly profession: CellReader<string>;
  readonly region: CellReader<string>;
  readonly grade: CellReader<string>;
  readonly stage: CellReader<string>;
  readonly staffGroup: CellReader<string>;
  /** A competency or experience. */
  readonly topic: CellReader<string>;
  /** `SE-1.1;MP-2.3:3`: topics by rank, each with or without the size of its gap. */
  readonly gaps: CellReader<readonly Gap[]>;
  /** `SE-1.1@3;MP-2.3@2`: topics, each with the stage at which it was practised. */
  readonly strengths: CellReader<readonly Strength[]>;
}

/** Finding near matches goes through a whole list, so a file full of unknown values gets them for the first ones only. */
const MOST_ADVISED = 100;

/** The readers for one catalogue, to be made once and used for every row. */
export function catalogueCells(catalogue: Catalogue): CatalogueCells {
  const stages = catalogue.content.stages.map(({ code }) => code).join(', ');
  const stage = entryCode(catalogue, 'stage', `: ${stages}`);
  const topic = topicCode(catalogue);
  return {
    profession: entryCode(catalogue, 'profession'),
    region: entryCode(catalogue, 'region'),
    grade: entryCode(catalogue, 'grade'),
    stage,
    staffGroup: (text) => catalogue.staffGroup(text)?.code ?? fault(`${quoted(text)} is no staff group`),
    topic,
    gaps: gaps(topic),
    strengths: strengths(catalogue, topic, stage),
  };
}

function entryCode(catalogue: Catalogue, kind: SuggestedKind, known = ''): CellReader<string> {
  const adviceFor = new Map<string, string>();
  return (text) => {
    const entry = catalogue[kind](text);
    if (entry !== undefined) {
      return entry.code;
    }
    if (!adviceFor.has(text) && adviceFor.size < MOST_ADVISED) {
      const near = catalogue.suggestions(kind, text).join(', ');
      adviceFor.set(text, near === '' ? '' : `; did you mean ${near}?`);
    }
    const advice = adviceFor.get(text) ?? '';
    return fault(`${quoted(text)} is no ${kind}${known}${advice} (evenhand catalogue lists all)`);
  };
}

function gaps(readTopic: CellReader<string>): CellReader<readonly Gap[]> {
  const readGap: CellReader<Gap> = (text) => {
    const [label, sizeText] = splitAtLast(text, ':');
    const topic = readTopic(label);
    if (topic instanceof Faults) {
      return topic;
    }
    if (sizeText === undefined) {
      return { topic, size: USUAL_GAP_SIZE };
    }
    return /^[1-4]$/.test(sizeText)
      ? { topic, size: Number(sizeText) }
      : fault(`${quoted(text)} gives the gap a size of ${quoted(sizeText)}; it is 1 to 4`);
  };
  return (text) => {
    const { values, faults } = readEach(text, readGap);
    const count = values.length + faults.length;
    if (count > MOST_GAPS) {
      faults.push(`it names ${count} gaps; a person chooses at most ${MOST_GAPS}`);
    }
    return oncePerTopic(values, faults);
  };
}

function strengths(
  catalogue: Catalogue,
  readTopic: CellReader<string>,
  readStage: CellReader<string>,
): CellReader<readonly Strength[]> {
  const example = `${catalogue.topics[0]?.code ?? 'topic'}@${catalogue.topStage}`;
  const readStrength: CellReader<Strength> = (text) => {
    const [label, stageText = ''] = splitAtLast(text, '@');
    const topic = readTopic(label);
    const stage =
      stageText === ''
        ? fault(`${quoted(text)} does not say at which stage; write it as ${example}`)
        : readStage(stageText);
    return topic instanceof Faults || stage instanceof Faults
      ? new Faults([topic, stage].flatMap((read) => (read instanceof Faults ? read.texts : [])))
      : { topic, stage };
  };
  return (text) => {
    const { values, faults } = readEach(text, readStrength);
    return oncePerTopic(values, faults);
  };
}

/** A title that several topics share names none of them; then their codes are told. */
function topicCode(catalogue: Catalogue): CellReader<string> {
  return (text) => {
    const topic = catalogue.topic(text);
    if (topic !== undefined) {
      return topic.code;
    }
    const title = text.toLowerCase();
    const sharing = catalogue.topics.filter((each) => each.title.toLowerCase() === title);
    return sharing.length === 0
      ? fault(`${quoted(text)} is no competency or experience`)
      : fault(
          `${quoted(text)} is the title of ${sharing.map(({ code }) => code).join(' and ')}: write the code`,
        );
  };
}

function oncePerTopic<Value extends { readonly topic: string }>(
  values: readonly Value[],
  faults: readonly string[],
): readonly Value[] | Faults {
  const all = [...faults, ...repeatedTopics(values)];
  return all.length > 0 ? new Faults(all) : values;
}

/** What is wrong with a list that names a topic more than once. */
export function repeatedTopics(values: readonly { readonly topic: string }[]): string[] {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const { topic } of values) {
    (once.has(topic) ? repeated : once).add(topic);
  }
  return Array.from(repeated, (topic) => `it names ${quoted(topic)} twice`);
}

/** What stands before the last separator, and after it where there is one. */
function splitAtLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
