import type { Share } from '@evenhand/matching';

/** A count with its thousands apart, whatever the machine's own language: `1,240`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A whole percentage, rounded half up; a dash where it would be a share of nobody or of an unknown number. */
export function percent(share: Share | undefined): string {
  if (share === undefined || share[1] === 0) {
    return '–';
  }
  const [part, of] = share;
  const doubled = 200 * part + of;
  return `${(doubled - (doubled % (2 * of))) / (2 * of)}%`;
}

/** `1 mentor`, `2 mentors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
