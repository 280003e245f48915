import { StartProblem, codeOf, sentenceOf } from './start-problem.ts';

/** Turns a failure to reach the database into the sentence that says what to do; the password is never shown. */
export function explainConnection(error: unknown, url: string): StartProblem {
  const { hostname, port, username, pathname } = new URL(url);
  const server = `${hostname}:${port || '5432'}`;
  const database = decodeURIComponent(pathname.slice(1));
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return new StartProblem(`No database answers at ${server}; start it, or correct DATABASE_URL.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem(`There is no server called ${hostname}; correct DATABASE_URL.`);
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new StartProblem(
        `The database at ${server} cannot be reached; check the network, or correct DATABASE_URL.`,
      );
    case '28P01':
    case '28000':
      return new StartProblem(
        `The database at ${server} does not let "${username}" in; correct the user or the password in DATABASE_URL.`,
      );
    case '3D000':
      return new StartProblem(
        `The server at ${server} has no database "${database}"; make it, or correct DATABASE_URL.`,
      );
    case '42501':
      return new StartProblem(
        `The database user "${username}" lacks a right that Kith needs in "${database}": ${sentenceOf(error)}.`,
      );
    default:
      return new StartProblem(`The database at ${server} could not be used: ${sentenceOf(error)}.`);
  }
}
