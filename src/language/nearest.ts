import { distance } from 'fastest-levenshtein';

/** Longer words are no slips of the pen, and comparing them costs the product of their lengths. */
const LONGEST = 100;

/** The valid word nearest to what was written, or undefined when none is near enough to be meant. */
export function nearest(written: string, given: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  const words = [...given];
  const short = byInitials(written, words);
  if (short !== undefined) return short;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const apart = distance(written.toLowerCase(), word.toLowerCase());
    if (apart < least && apart < word.length) {
      least = apart;
      best = word;
    }
  }
  return best ?? byPart(written, words);
}

/** Of words that are made of several, the only one of which these are the first letters: `ha` of `high-availability`. */
function byInitials(written: string, words: readonly string[]): string | undefined {
  const letters = written.toLowerCase();
  if (letters.length < 2) return undefined;
  const initials = (word: string): string => word.replace(/([^-])[^-]*-?/g, '$1');
  const made = words.filter((word) => initials(word) === letters);
  return made.length === 1 ? made[0] : undefined;
}

/** Of words that are made of several, the only one that begins or ends with what was written: `capacity` of `capacity-each`. */
function byPart(written: string, words: readonly string[]): string | undefined {
  const part = written.toLowerCase();
  const made = words.filter((word) => word.startsWith(`${part}-`) || word.endsWith(`-${part}`));
  return made.length === 1 ? made[0] : undefined;
}
