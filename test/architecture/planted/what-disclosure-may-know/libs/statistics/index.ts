// Stands for the library.
export const statistics = 'statistics';
