/** As much of a result document (`evenhand.result/1`) as its differences are told by. */
interface ReadResult {
  readonly engine: string;
  readonly problemSha256: string;
  readonly assignments: readonly (readonly [mentee: string, mentor: string])[];
  readonly summary: unknown;
  readonly certificate?: unknown;
}

/**
 * The first difference between a result that is kept and one that was made anew from the same frozen input, in a
 * sentence; undefined where every byte is the same. What explains the rest comes first: another engine may choose
 * otherwise, another problem must.
 */
export function resultDifference(kept: string, anew: string): string | undefined {
  if (kept === anew) {
    return undefined;
  }
  const [before, after] = [kept, anew].map((text) => JSON.parse(text) as ReadResult) as [
    ReadResult,
    ReadResult,
  ];
  if (before.engine !== after.engine) {
    return `The result was made by the engine ${before.engine}, and this program has ${after.engine}.`;
  }
  if (before.problemSha256 !== after.problemSha256) {
    return (
      `The frozen input now makes another problem, ${after.problemSha256}, than the one that was solved, ` +
      `${before.problemSha256}: rules or scores are worked out differently.`
    );
  }
  return assignmentDifference(before, after) ?? partDifference(before, after, kept, anew);
}

function assignmentDifference(before: ReadResult, after: ReadResult): string | undefined {
  const [mentorBefore, mentorAfter] = [before, after].map(({ assignments }) => new Map(assignments)) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const mentees = [...new Set([...mentorBefore.keys(), ...mentorAfter.keys()])].sort();
  const mentee = mentees.find((one) => mentorBefore.get(one) !== mentorAfter.get(one));
  if (mentee === undefined) {
    return undefined;
  }
  const said = (mentor: string | undefined): string => mentor ?? 'nobody';
  return `Mentee ${mentee} was matched with ${said(mentorBefore.get(mentee))}, and now is with ${said(mentorAfter.get(mentee))}.`;
}

function partDifference(before: ReadResult, after: ReadResult, kept: string, anew: string): string {
  const part = (['summary', 'certificate'] as const).find(
    (one) => JSON.stringify(before[one]) !== JSON.stringify(after[one]),
  );
  if (part !== undefined) {
    return `The matches are the same, and the ${part} of the result is not.`;
  }
  let at = 0;
  while (kept[at] === anew[at]) {
    at++;
  }
  return `The results say the same, and are written differently from character ${at + 1} on.`;
}
