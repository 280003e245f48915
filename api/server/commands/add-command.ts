import type { Command } from 'commander';
import type { Environment } from '../../platform/environment.ts';

/** Adds one command to the program; the environment is read only when the command runs. */
export type AddCommand = (program: Command, environment: () => Environment) => void;

/** Prints one line of an answer. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
