// Forbidden: a file outside both folders is bound like a use case.
export { z } from 'zod';
