import type { DisclosurePolicy } from './disclosure-policy';

/** How coarse this installation tells counts, as it is configured. Whatever releases counts is given it. */
export abstract class DisclosureSettings {
  abstract readonly policy: DisclosurePolicy;
}
