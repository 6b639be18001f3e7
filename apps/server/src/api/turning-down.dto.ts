import { TextField } from '../http/fields/fields';

/** Why a board does not publish what was put forward to it. */
export class TurningDown {
  @TextField({ description: 'Why, for whoever put it forward.', max: 2000, lines: true })
  reason!: string;
}
