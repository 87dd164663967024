export { documentText } from './document.ts';
export { type ExplanationOptions, explanationReport } from './explanation-report.ts';
export { fieldReference } from './field-reference.ts';
export { brief } from './figures.ts';
export { type Ink, PLAIN } from './ink.ts';
export { replayCommand } from './replay.ts';
export { type ReportOptions, runReport } from './run-report.ts';
export { span } from './spans.ts';
export { LANGUAGES, type Language, type Words, wordsOf } from './words/index.ts';
