/** Takes the place of words about somebody that are gone. The trigger on decisions lets reasons become this and nothing else. */
export const ERASED_WORDS = 'Erased.';
