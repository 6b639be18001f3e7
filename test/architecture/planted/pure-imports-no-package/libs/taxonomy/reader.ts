// Forbidden: a pure library asks a package, if only for a type.
export type { ZodType } from 'zod';
