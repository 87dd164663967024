import type { StandardResult, TierResult } from '../../standards/index.ts';
import { clean } from '../cells.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { table } from '../table.ts';
import { blockerText } from './phrases.ts';

/** The tier in one sentence, then the tier of each scope. */
export function tiers(result: StandardResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.standard;
  const head = title(say.title, result.edition, page);
  if (result.scope === null) return [...head, ...paragraph(say.nothing)];
  const open = (one: TierResult): string => one.undecided.join(words.listSeparator);
  return [
    ...head,
    ...paragraph(headline(result, page)).map(result.tier === 0 || result.tier === null ? ink.bad : ink.good),
    ...table(
      result.tiers,
      [
        { title: say.scope, align: 'left', cell: ({ scope }) => say.scopes[scope] },
        { title: say.tier, align: 'right', cell: ({ tier }) => (tier === 0 ? '–' : String(tier)) },
        { title: say.byDrills, align: 'right', cell: ({ byDrills }) => (byDrills === 0 ? '–' : String(byDrills)) },
        { title: say.higher, align: 'left', cell: open },
        {
          title: say.blocks,
          align: 'left',
          cell: ({ decidedBy: [first] }) => (first === undefined ? '' : blockerText(first, words)),
          shrinks: true,
          wraps: true,
        },
      ],
      page,
    ),
    ...(result.tiers.some(({ scope }) => scope === 'service') ? paragraph(say.productAlone).map(ink.dim) : []),
    ...paragraph(clean(say.unchecked(result.name))).map(ink.dim),
    ...(result.inForce.to === null ? [] : paragraph(say.replaced(result.inForce.to)).map(ink.dim)),
  ];
}

/** `tier 5 against the loss of one zone`. */
export function headline({ tier, scope, tiers: all }: StandardResult, { words }: Page): string {
  const say = words.standard;
  if (scope === null || tier === null) return say.nothing;
  const found = all.find((one) => one.scope === scope);
  const undecided = found?.undecided ?? [];
  const told = tier === 0 ? say.none(say.scopes[scope]) : say.proven(String(tier), say.scopes[scope]);
  return undecided.length === 0 ? told : `${told}; ${say.might(undecided.join(words.listSeparator))}`;
}
