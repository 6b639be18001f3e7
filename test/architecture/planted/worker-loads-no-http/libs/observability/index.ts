// Stands for a library that listens.
export { Router as observability } from 'express';
