import { readEnvironment, EnvironmentProblem } from '../platform/environment.ts';
import { loadDotEnv } from './load-dot-env.ts';
import { refuseTakenPort } from './port.ts';
import { StartProblem, sentenceOf } from './start-problem.ts';
import { startAll } from './starting.ts';
import type { Closers } from './starting.ts';
import { welcome } from './welcome.ts';

/** Starts everything, tells how it goes, and stays until it is told to stop. */
export async function start(): Promise<void> {
  loadDotEnv();
  const closers: Closers = [];
  const end = endOnce(closers);
  try {
    const environment = readEnvironment();
    if (environment.signIn.kind === 'none') throw new StartProblem(environment.signIn.reason);
    await refuseTakenPort(environment);
    onSignal(() => void end(0));
    const { url, ownerUrl } = await startAll(environment, closers);
    process.stdout.write(await welcome(url, ownerUrl, environment));
  } catch (error) {
    complain(error);
    await end(1);
  }
}

/** Closes what was opened, last first; a second call changes nothing. */
function endOnce(closers: Closers): (code: number) => Promise<void> {
  let isEnding = false;
  return async (code) => {
    if (isEnding) return;
    isEnding = true;
    for (const close of closers.reverse()) await close().catch(complain);
    process.exit(code);
  };
}

function onSignal(listener: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, listener);
}

function complain(error: unknown): void {
  const known = error instanceof StartProblem || error instanceof EnvironmentProblem;
  process.stderr.write(`\n${known ? '' : 'Kith could not go on: '}${sentenceOf(error)}\n`);
  if (!known && process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
}
