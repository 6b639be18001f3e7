/**
 * Whatever is held in one transaction is held in one order, so that no two of them ever wait for each other:
 * programme, round, run, requests (by id), persons (by id), proposals. Nobody goes back: who needs the round of a
 * request holds the programme first, under which requests neither enter nor leave a round, and reads it there.
 */
export { lockOpenProgramme, lockProgramme } from '@evenhand/people';
