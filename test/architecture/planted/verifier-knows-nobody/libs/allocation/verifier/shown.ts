// Allowed: it asks nobody.
export const shown = 'shown';
