export { aMentee, aMentor } from './people';
