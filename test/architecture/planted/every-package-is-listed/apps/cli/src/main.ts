// Forbidden: the package is installed, but this house does not list it.
export { Command } from 'commander';
