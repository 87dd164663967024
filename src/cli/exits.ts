/** What a shell or a pipeline sees of how a command ended. */
export const EXIT = {
  done: 0,
  /** An objective is missed. Only a gate says so. */
  missed: 1,
  /** Bad usage, a bad scenario, or a file or stdout that cannot be written. */
  usage: 2,
  undecided: 3,
  /** A fault of hasim itself. */
  internal: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message that a user can act upon, without a stack trace. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = EXIT.usage) {
    super(message);
    this.name = 'Refusal';
    this.exitCode = exitCode;
  }
}
