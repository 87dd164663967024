import { drillCommand } from '../drill-report.ts';
import { replayCommand } from '../replay.ts';
import { FRAME } from '../words/page/frame.ts';
import { type Html, html } from './html.ts';
import type { PageParts } from './parts.ts';
import { both, type Said } from './voices.ts';

/** What it takes to get the same figures again. */
export function footOf({ run, drill, explanation }: PageParts): Html {
  const { hasim = '', seed = '', scenario } = run ?? drill ?? explanation ?? {};
  const commands = [
    ...(run === undefined ? [] : [replayCommand('run', run)]),
    ...(drill === undefined ? [] : [drillCommand(drill)]),
    ...(run !== undefined || drill !== undefined || explanation === undefined
      ? []
      : [replayCommand('explain', explanation)]),
  ];
  return footHtml(
    [
      [FRAME.footer.version, `hasim ${hasim}`],
      [FRAME.footer.seed, seed],
      [FRAME.footer.scenario, scenario?.sha256 ?? ''],
      [FRAME.footer.trace, run?.traceHash ?? ''],
    ],
    commands,
  );
}

export function footHtml(facts: readonly (readonly [Said, string])[], commands: readonly string[]): Html {
  const told = facts.filter(([, text]) => text !== '');
  return html`<dl>${told.map(([label, text]) => html`<dt>${both(label)}</dt><dd>${text}</dd>`)}</dl>
<p>${both(FRAME.footer.replay)}</p>${commands.map(command)}
<p>${both(FRAME.footer.simulated)} ${both(FRAME.footer.colours)}</p>`;
}

const command = (text: string): Html =>
  html`<div class="command"><code>${text}</code><button type="button" class="plain" data-copy>${both(FRAME.footer.copy)}</button></div>`;
