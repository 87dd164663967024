const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** About how wide a text is in the letters of charts, 12 pixels high, in pixels: enough to know whether it has room. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 12 : 6.9), 0);

/** A name stands in so many lines at most. */
const MOST_LINES = 3;

/** A name, `zone lost · browse`, in lines that have room in so many pixels: what broke and for whom do not share one that both do not fit. */
export function linesOf(text: string, room: number): string[] {
  if (widthOf(text) <= room) return [text];
  const [what, ...whose] = text.split(' · ');
  const behind = whose.length === 0 ? [] : [fitted(whose.join(' · '), room)];
  return [...broken(what!, room, MOST_LINES - behind.length), ...behind];
}

/** Where a word that is too wide for a line may be broken: behind a sign, and anywhere in Chinese. */
const PIECES =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\p{Script=Han}\u3000-\u303f\uff00-\uffef./:-]*[./:-]+|[^\p{Script=Han}\u3000-\u303f\uff00-\uffef./:-]+/gu;

/** What stays together: words that have room in a line, and pieces of those that have not. */
const kept = (text: string, room: number): string[] =>
  text.split(' ').flatMap((word) => (widthOf(word) <= room ? [` ${word}`] : ` ${word}`.match(PIECES)!));

/** A text in as many lines as it takes, and of what does not fit in so many the middle left out of the last. */
function broken(text: string, room: number, most: number): string[] {
  const lines = [''];
  for (const piece of kept(text, room)) {
    const longer = `${lines.at(-1)}${piece}`;
    if (lines.length === most || lines.at(-1) === '' || widthOf(longer) <= room)
      lines[lines.length - 1] = longer.trimStart();
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => fitted(line, room));
}

/** A text that has room in so many pixels: of one that has not, its middle is left out. */
export function fitted(text: string, room: number): string {
  const letters = [...text];
  for (let left = letters.length; left > 3; left--) {
    const head = Math.ceil((left - 1) / 2);
    const shown =
      left === letters.length ? text : `${letters.slice(0, head).join('')}…${letters.slice(head + 1 - left).join('')}`;
    if (widthOf(shown) <= room) return shown;
  }
  return text;
}
