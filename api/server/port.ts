import type { Environment } from '../platform/environment.ts';
import { StartProblem } from './start-problem.ts';
import { listens } from './free-port.ts';

/** Refuses before any work is done when another program holds the port. */
export async function refuseTakenPort({ host, port }: Pick<Environment, 'host' | 'port'>): Promise<void> {
  const failure = await listens(host, port);
  if (failure) throw explainPort(failure, host, port);
}

/** The sentence for an address that cannot be listened on. */
export function explainPort(code: string, host: string, port: number): StartProblem {
  const other = port === 4000 ? 4001 : 4000;
  switch (code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is in use, perhaps by another Kith: end that one, or choose another port, such as PORT=${other}.`,
      );
    case 'EACCES':
      return new StartProblem(`Port ${port} may not be used by you; choose one above 1023, such as PORT=${other}.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(`HOST=${host} is not an address of this machine; set HOST=127.0.0.1.`);
    default:
      return new StartProblem(
        `Kith cannot listen at ${host}:${port} (${code}); set HOST and PORT to an address that is free.`,
      );
  }
}
