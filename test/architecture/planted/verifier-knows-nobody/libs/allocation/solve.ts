// Stands for the engine.
export const solve = 'solve';
