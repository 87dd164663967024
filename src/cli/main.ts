#!/usr/bin/env node
import { failureOf, fitted } from './failures.ts';
import { buildProgram } from './program.ts';
import { said, speakAs, tell, watchOutput } from './terminal.ts';
import { tuneV8 } from './v8.ts';
import { asMeant, voiceOf } from './voice.ts';

const words = process.argv.slice(2);

function fail(error: unknown): void {
  const { message, exitCode } = failureOf(error, words, process.env.HASIM_DEBUG === '1');
  // A program that reads it gets one line, a person lines that fit.
  if (message !== '') tell(process.stderr.isTTY ? fitted(said(message)) : message);
  process.exitCode = exitCode;
}

tuneV8();
watchOutput();
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
speakAs(await voiceOf(words));
const program = buildProgram((code) => {
  process.exitCode = code;
});
const commands = ['help', ...program.commands.map((command) => command.name())];
await program.parseAsync(asMeant(words, commands), { from: 'user' }).catch(fail);
