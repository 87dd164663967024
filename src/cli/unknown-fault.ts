import { near } from '../language/index.ts';

/** Names that are listed. */
const SHOWN = 6;

/**
 * Why nothing can be drilled by a name: the nearest one that can, if one is near, and some of the rest.
 * @param all what can be drilled, as `class:domain`
 */
export function unknownFault(asked: string, all: readonly string[]): string {
  const classes = [...new Set(all.map((one) => one.slice(0, one.indexOf(':'))))];
  const domains = all.map((one) => one.slice(one.indexOf(':') + 1));
  const { nearest } = near(asked, [...classes, ...domains, ...all]);
  const meant = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  const more = all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '';
  const listed = `of class ${classes.join(', ')}; for instance ${all.slice(0, SHOWN).join(', ')}${more}`;
  return `nothing that can be drilled is called ${asked === '' ? "''" : asked}${meant}; there is what is ${listed}`;
}
