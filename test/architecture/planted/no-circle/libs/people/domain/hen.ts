// Stands for the other half: a circle is reported once.
import type { Egg } from './egg';
export type Hen = { lays: Egg };
