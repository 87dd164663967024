const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** About how wide a text is in the letters of charts, 12 pixels high, in pixels: enough to know whether it has room. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 12 : 6.9), 0);

/** A name, `zone lost · browse`, in lines that have room in so many pixels: two where it has none in one. */
export function linesOf(text: string, room: number): string[] {
  const [what, ...whose] = text.split(' · ');
  return widthOf(text) <= room || whose.length === 0
    ? [fitted(text, room)]
    : [fitted(what!, room), fitted(whose.join(' · '), room)];
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
