// Stands for what the engine is given.
export type Problem = string;
