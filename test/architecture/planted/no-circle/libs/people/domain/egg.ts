// Forbidden: the egg needs the hen, and the hen the egg.
import type { Hen } from './hen';
export type Egg = { hatches: Hen };
