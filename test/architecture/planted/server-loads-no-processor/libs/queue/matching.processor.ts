// Stands for a processor.
export const matching = 'matching';
