import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A row of a file by heading. */
export type Row = Readonly<Record<string, string>>;

/** An adult nurse who asks help with one gap; the usual mentor can help. */
export function aMenteeRow(parts: Row = {}): Row {
  const id = parts['id'] ?? 'ana';
  const usual = { organisation: 'Northfield', region: 'london', profession: 'adult_nurse', stage: '1' };
  return { id, name: `${id} Ford`, email: `${id}@example.org`, ...usual, gaps: 'SE-1.1', ...parts };
}

/** An adult nurse two stages above with one place and one strength. */
export function aMentorRow(parts: Row = {}): Row {
  const id = parts['id'] ?? 'max';
  const usual = { organisation: 'Southfield', region: 'london', profession: 'adult_nurse', stage: '3' };
  const offer = { strengths: 'SE-1.1@3', capacity: '1' };
  return { id, name: `${id} Holt`, email: `${id}@example.org`, ...usual, ...offer, ...parts };
}

/** A file of these rows, its headings those of the first one, or of `otherwise` where there is none. */
export function csv(rows: readonly Row[], otherwise: Row = {}): string {
  return stringify([...rows], { header: true, columns: Object.keys(rows[0] ?? otherwise) });
}

/** The rows of a file; every row must have as many cells as there are headings. */
export function rowsOf(text: string): Row[] {
  return parse(text, { columns: true, bom: true });
}

/** A list in another order, which `seed` decides. */
export function shuffled<Item>(list: readonly Item[], seed: string): Item[] {
  const place = (index: number): string => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return list
    .map((item, index) => ({ item, place: place(index) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
}

/**
 * A programme of 60 who ask and 24 who offer, over seven professions and four groups, with a shortage, gaps that nobody
 * offers, people who take no part, and every optional column.
 */
export const PROGRAMME = {
  mentees: Array.from({ length: 60 }, (_, nth) =>
    aMenteeRow({
      id: `asks.${nth}`,
      organisation: pick(nth, 'Northfield', 'Eastmoor', 'Westbrook'),
      region: pick(nth, 'london', 'midlands'),
      profession: pick(
        nth,
        'adult_nurse',
        'physiotherapist',
        'dietitian',
        'paramedic',
        'surgeon',
        'childrens_nurse',
        'operations_manager',
      ),
      stage: pick(nth, 'F', '1', '1', '2', '3'),
      gaps: pick(nth, 'SE-1.1:3;MP-1.1', 'SE-2.1;DA-1.2:4;MP-3.3', 'MP-1.1:2', 'DA-3.3:4'),
      languages: pick(nth, 'en', 'en;cy', 'cy;en', 'pl'),
      mode: pick(nth, 'either', 'in person', 'remote'),
      waiting_since: pick(nth, '', '2026-01-31', '2026-09-01', '2025-12-24'),
      consent: nth % 19 === 18 ? 'no' : 'yes',
    }),
  ),
  mentors: Array.from({ length: 24 }, (_, nth) =>
    aMentorRow({
      id: `offers.${nth}`,
      organisation: pick(nth, 'Westbrook', 'Northfield', 'Southmead'),
      region: pick(nth, 'midlands', 'london', 'south_west'),
      profession: pick(nth, 'surgeon', 'operations_manager', 'adult_nurse', 'physiotherapist'),
      stage: pick(nth, '2', '3', '4'),
      strengths: pick(nth, 'SE-1.1@2;MP-1.1@3', 'MP-1.1@3;DA-1.2@3;SE-2.1@3', 'SE-2.1@4;MP-1.1@2'),
      languages: pick(nth, 'en', 'en;cy'),
      mode: pick(nth, 'either', 'remote', 'either'),
      capacity: pick(nth, '1', '2', '0', '1', '3'),
      active: nth % 11 === 10 ? 'no' : 'yes',
    }),
  ),
} as const;

function pick(nth: number, ...choices: readonly [string, ...string[]]): string {
  return choices[nth % choices.length] ?? choices[0];
}
