import type { EquitySnapshot } from '@evenhand/equity';
import { inBritain } from '../in-britain';

/** Something that a page says of a report. */
export interface Fact {
  readonly title: string;
  readonly text: string;
}

/** Where a report stands on its way to the public. @param snapshot the last that was put forward of it, where one was */
export function standingOf(snapshot: EquitySnapshot | undefined): readonly Fact[] {
  const stands = (text: string): Fact => ({ title: 'Where it stands', text });
  if (snapshot === undefined) return [stands('Made, and not put forward')];
  const { state, putForwardAt, decidedAt, reason } = snapshot;
  switch (state) {
    case 'put_forward':
      return [stands(`Put forward to the board on ${inBritain(putForwardAt)}, which has not decided`)];
    case 'published':
      return [stands(`Published by the board on ${inBritain(decidedAt!)}`)];
    case 'turned_down':
      return [
        stands(`Turned down by the board on ${inBritain(decidedAt!)}`),
        ...(reason === undefined ? [] : [{ title: 'Why it was turned down', text: reason }]),
      ];
  }
}
