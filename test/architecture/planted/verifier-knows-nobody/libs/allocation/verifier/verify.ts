// Forbidden: the verifier asks a package, another library, and the engine it is to judge, be it for a type alone.
export { default as highs } from 'highs';
export { kernel } from '@evenhand/kernel';
export { solve } from '../solve';
export type { Problem } from '../problem';
