// Allowed: this one is listed.
export { z } from 'zod';
