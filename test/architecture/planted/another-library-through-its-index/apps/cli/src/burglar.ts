// Forbidden: an app climbs in too.
export { mentee } from '@evenhand/people/domain/mentee';
