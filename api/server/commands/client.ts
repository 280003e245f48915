import { buildClient, clientIsBuilt } from '../client-build.ts';
import { say } from './add-command.ts';
import type { AddCommand } from './add-command.ts';

/** `kith client build`: builds the client ahead of the first start, as an image does. */
export const addClientCommand: AddCommand = (program) => {
  program
    .command('client')
    .description('about the client')
    .command('build')
    .description('build the client, when it is not built from the sources as they are')
    .action(async () => {
      if (clientIsBuilt()) return say('The client is built already.');
      await buildClient();
      say('The client is built.');
    });
};
