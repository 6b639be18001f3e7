import type { MenteeColumn, MentorColumn } from './columns';
import { headingKey } from './table';

/**
 * Columns that say who takes part, who is kept apart, who can meet and who has waited, and what headings that mean them
 * have in common. Where such a column goes unread, people are paired who should not be, and nobody notices.
 */
const GUARDING_COLUMNS: readonly (readonly [MenteeColumn | MentorColumn, RegExp])[] = [
  ['consent', /consent/],
  ['active', /active/],
  ['exclude', /exclu|conflict/],
  ['line_manager', /manager/],
  ['accessibility', /access_need|accessib/],
  ['languages', /language/],
  ['peer', /peer/],
  ['waiting_since', /waiting/],
];

/** The first of some columns of ours that guards people and that a heading seems to mean. */
export function guardingColumnLike(heading: string, among: readonly string[]): string | undefined {
  const key = headingKey(heading);
  return GUARDING_COLUMNS.find(([column, like]) => among.includes(column) && like.test(key))?.[0];
}
