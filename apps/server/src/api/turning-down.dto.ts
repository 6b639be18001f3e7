import { TextField } from '../http/fields/fields';

/** What a reason may be, wherever a board gives one: a text of several lines. */
export const REASON = { max: 2000, lines: true } as const;

/** Why a board does not publish what was put forward to it. */
export class TurningDown {
  @TextField({ description: 'Why, for whoever put it forward.', ...REASON })
  reason!: string;
}
