import type { DrillResult, DrillRow, FixFirst, PhaseName } from '../../../experiment/index.ts';
import { minutesSpan, shareBeside } from '../../beside.ts';
import { span, statedSpan } from '../../spans.ts';
import { ADVICE, LET_IN, TOP } from '../../words/page/top.ts';
import { faultName } from '../names.ts';
import type { PageParts } from '../parts.ts';
import type { Said, Voice } from '../voices.ts';

/**
 * The sentence that says what to fix first: what an objective is missed by, else what nothing brings back, else what costs
 * the most downtime; and which phase of it is worth the most.
 */
export function fixFirst({ run, drill }: PageParts): Said | null {
  return (
    (drill === undefined ? null : missedDrill(drill)) ??
    (run === undefined || run.fixFirst === null ? null : dearest(run.fixFirst)) ??
    (drill === undefined ? null : hopeless(drill))
  );
}

function missedDrill(drill: DrillResult): Said | null {
  const missed = drill.objectives.find(
    ({ verdict, domain, objective }) => verdict === 'missed' && domain !== null && objective !== 'availability',
  );
  if (missed === undefined) return null;
  const { domain, measured, unmeasured, low, target } = missed;
  const row = drill.rows.find((one) => one.domain === domain);
  return (voice) => {
    const { words, language } = voice;
    const asked = statedSpan(target, words);
    const first =
      measured === null && (unmeasured !== 'open' || low === null)
        ? TOP.notBackAtAll[language](domain!, asked)
        : TOP.missed[language](domain!, measured === null ? `≥ ${span(low!, words)}` : span(measured, words), asked);
    return `${first}${row === undefined ? '' : ` ${mostly(row, voice)}`}`;
  };
}

/** The phase on which the workload that suffers most waits the longest. */
function mostly(row: DrillRow, { words, language }: Voice): string {
  const phases = row.workloads.flatMap(({ phases: times }) => Object.entries(times) as [PhaseName, number][]);
  const [phase, seconds] = phases.reduce((most, one) => (one[1] > most[1] ? one : most), ['repair', 0] as [
    PhaseName,
    number,
  ]);
  if (seconds === 0) return '';
  return `${TOP.mostly[language](words.phases.names[phase], span(seconds, words))}${ADVICE[phase][language]}${language === 'en' ? '.' : '。'}`;
}

function hopeless(drill: DrillResult): Said | null {
  const row = drill.rows.find(({ workloads }) => workloads.some(({ failed }) => failed.share > 0.5));
  return row === undefined ? null : (voice) => TOP.hopeless[voice.language](faultName(row, voice.words));
}

/** The cause that costs the most, and the phase of it that does. */
function dearest(fix: FixFirst): Said {
  return (voice) => [causeText(fix, voice), phaseText(fix, voice)].join(voice.language === 'en' ? ' ' : '');
}

/** Of more causes that cost alike so many are named. */
const NAMED = 4;

function causeText(
  { workload, combination, causes, share, minutesPerYear, intervals }: FixFirst,
  { words, language }: Voice,
): string {
  const told = shareBeside(share, intervals.share);
  const minutes = minutesSpan(minutesPerYear, intervals.minutesPerYear, words);
  const named = causes.map((one) => one.combination.map((broken) => words.names.fault(broken)).join(' + '));
  if (named.length > 1) {
    return TOP.twins[language](listed(named, { words, language }), told, minutes, workload);
  }
  const say = combination.length === 1 ? TOP.cause : TOP.pair;
  return say[language](combination.map((one) => words.names.fault(one)).join(' + '), told, minutes, workload);
}

/** The first of them by name, and how many others there are. */
function listed(names: readonly string[], { words, language }: Voice): string {
  const more = names.length - NAMED;
  if (more > 0) return TOP.others[language](names.slice(0, NAMED).join(words.listSeparator), String(more));
  return TOP.both[language](names.slice(0, -1).join(words.listSeparator), names.at(-1)!);
}

function phaseText({ phase, phaseShare, intervals, settings }: FixFirst, { words, language }: Voice): string {
  const end = language === 'en' ? '.' : '。';
  // While nobody is at work, what is waited for is a step of a plan that keeps out what could serve.
  const help = phase === 'repair' && settings.length > 0 ? LET_IN : ADVICE[phase];
  const advice = `${TOP.phase[language](words.phases.names[phase], shareBeside(phaseShare, intervals.phaseShare))}${help[language]}`;
  if (settings.length === 0) return `${advice}${end}`;
  return `${advice}${TOP.settings[language](settings.join(words.listSeparator))}${end}`;
}
