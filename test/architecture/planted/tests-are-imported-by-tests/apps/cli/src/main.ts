// Forbidden: and a test.
export { journey } from '../../../test/e2e/journey';
